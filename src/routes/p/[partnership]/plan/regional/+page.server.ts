import { viewRegionalAims } from '#modules/bodies/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  aims: await ask(event, viewRegionalAims)
});
