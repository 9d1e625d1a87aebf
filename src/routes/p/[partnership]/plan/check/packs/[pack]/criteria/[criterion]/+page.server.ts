import { changeCriterion, formOfCriterion, removeCriterion } from '#modules/checks/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfCriterion, { id: event.params.criterion, packId: event.params.pack });

export const actions: Actions = {
  save: formAction(changeCriterion, {
    of: 'criterion',
    to: ({ params }) => `plan/check/${params.pack}`
  }),
  remove: formAction(removeCriterion, {
    of: 'criterion',
    to: ({ params }) => `plan/check/${params.pack}`
  })
};
