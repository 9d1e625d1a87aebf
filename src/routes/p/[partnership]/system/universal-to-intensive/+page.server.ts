import { viewSupport } from '#modules/maps/server';
import { viewRollOuts } from '#modules/rollout/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewSupport)),
  rollOuts: await ask(event, viewRollOuts)
});
