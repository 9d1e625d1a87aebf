import { addDisputeStep, blankDisputeStep } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankDisputeStep, { disputeId: event.params.dispute });

export const actions: Actions = {
  default: formAction(addDisputeStep, {
    with: ({ params }) => ({ disputeId: params.dispute }),
    to: ({ params }) => `plan/disputes/${params.dispute}`
  })
};
