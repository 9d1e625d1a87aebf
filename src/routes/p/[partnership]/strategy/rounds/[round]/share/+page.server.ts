import { shareLevels, viewSharing } from '#modules/assessments/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewSharing, { id: event.params.round });

export const actions: Actions = {
  default: formAction(shareLevels, { of: 'round', to: () => 'strategy/areas' })
};
