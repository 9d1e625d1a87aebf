import { changeAgreement, formOfAgreement, removeAgreement } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfAgreement, { id: event.params.agreement, decisionId: event.params.decision });

const toParent = ({ params }: { params: { decision: string } }) =>
  `plan/decisions/${params.decision}`;

export const actions: Actions = {
  save: formAction(changeAgreement, { of: 'agreement', to: toParent }),
  remove: formAction(removeAgreement, { of: 'agreement', to: toParent })
};
