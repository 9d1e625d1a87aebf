import { changeMilestone, formOfMilestone, removeMilestone } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfMilestone, { id: event.params.milestone, aimId: event.params.aim });

const toAim = ({ params }: { params: { aim: string } }) => `plan/aims/${params.aim}`;

export const actions: Actions = {
  save: formAction(changeMilestone, { of: 'milestone', to: toAim }),
  remove: formAction(removeMilestone, { of: 'milestone', to: toAim })
};
