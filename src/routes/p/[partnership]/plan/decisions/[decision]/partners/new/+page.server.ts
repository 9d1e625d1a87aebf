import { addAgreement, blankAgreement } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankAgreement, { decisionId: event.params.decision });

export const actions: Actions = {
  default: formAction(addAgreement, {
    with: ({ params }) => ({ decisionId: params.decision }),
    to: ({ params }) => `plan/decisions/${params.decision}`
  })
};
