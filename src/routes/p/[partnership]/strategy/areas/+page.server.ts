import { viewAreas, withdrawShares } from '#modules/assessments/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewAreas);

export const actions: Actions = {
  withdraw: formAction(withdrawShares, { to: () => 'strategy/areas' })
};
