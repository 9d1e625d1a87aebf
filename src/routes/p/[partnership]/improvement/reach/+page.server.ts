import { viewProgrammes } from '#modules/reach/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  programmes: await ask(event, viewProgrammes)
});
