import { addInterest, blankInterest } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankInterest, { decisionId: event.params.decision });

export const actions: Actions = {
  default: formAction(addInterest, {
    with: ({ params }) => ({ decisionId: params.decision }),
    to: ({ params }) => `plan/decisions/${params.decision}`
  })
};
