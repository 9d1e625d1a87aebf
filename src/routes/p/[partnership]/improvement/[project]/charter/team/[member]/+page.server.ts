import { changeMember, formOfMember, removeMember } from '#modules/charter/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfMember, { id: event.params.member, projectId: event.params.project });

const toCharter = ({ params }: { params: { project: string } }) =>
  `improvement/${params.project}/charter`;

export const actions: Actions = {
  save: formAction(changeMember, { of: 'member', to: toCharter }),
  remove: formAction(removeMember, { of: 'member', to: toCharter })
};
