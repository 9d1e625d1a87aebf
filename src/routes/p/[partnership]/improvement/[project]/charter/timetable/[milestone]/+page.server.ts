import { changeMilestone, formOfMilestone, removeMilestone } from '#modules/charter/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfMilestone, { id: event.params.milestone, projectId: event.params.project });

const toCharter = ({ params }: { params: { project: string } }) =>
  `improvement/${params.project}/charter`;

export const actions: Actions = {
  save: formAction(changeMilestone, { of: 'milestone', to: toCharter }),
  remove: formAction(removeMilestone, { of: 'milestone', to: toCharter })
};
