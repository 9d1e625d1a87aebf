import { changePartner, formOfPartner, removePartner } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfPartner, { id: event.params.partner, proposalId: event.params.proposal });

const toParent = ({ params }: { params: { proposal: string } }) =>
  `plan/proposals/${params.proposal}`;

export const actions: Actions = {
  save: formAction(changePartner, { of: 'partner', to: toParent }),
  remove: formAction(removePartner, { of: 'partner', to: toParent })
};
