import { addMilestone, blankMilestone } from '#modules/charter/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankMilestone, { projectId: event.params.project });

export const actions: Actions = {
  default: formAction(addMilestone, {
    with: ({ params }) => ({ projectId: params.project }),
    to: ({ params }) => `improvement/${params.project}/charter`
  })
};
