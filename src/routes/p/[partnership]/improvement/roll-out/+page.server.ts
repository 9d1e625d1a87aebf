import { viewRollOuts } from '#modules/rollout/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  rollOuts: await ask(event, viewRollOuts)
});
