import { addMilestone, blankMilestone } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankMilestone, { aimId: event.params.aim });

export const actions: Actions = {
  default: formAction(addMilestone, {
    with: ({ params }) => ({ aimId: params.aim }),
    to: ({ params }) => `plan/aims/${params.aim}`
  })
};
