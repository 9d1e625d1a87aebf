import { viewFactor } from '#modules/evidence/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  view: await ask(event, viewFactor, { factor: event.params.factor })
});
