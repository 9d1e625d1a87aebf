import { viewProgrammes } from '#modules/reach/server';
import { viewHome } from '#modules/reports/server';
import { viewRollOuts } from '#modules/rollout/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewHome)),
  rollOuts: await ask(event, viewRollOuts),
  programmes: await ask(event, viewProgrammes)
});
