import { addCriterion, blankCriterion } from '#modules/checks/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankCriterion, { packId: event.params.pack });

export const actions: Actions = {
  default: formAction(addCriterion, {
    with: ({ params }) => ({ packId: params.pack }),
    to: ({ params }) => `plan/check/${params.pack}`
  })
};
