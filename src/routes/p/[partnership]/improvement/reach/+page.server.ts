import { viewProgrammes } from '#modules/reach/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  programmes: await ask(event, viewProgrammes)
});
