import { changeInterest, formOfInterest, removeInterest } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfInterest, { id: event.params.interest, decisionId: event.params.decision });

const toParent = ({ params }: { params: { decision: string } }) =>
  `plan/decisions/${params.decision}`;

export const actions: Actions = {
  save: formAction(changeInterest, { of: 'interest', to: toParent }),
  remove: formAction(removeInterest, { of: 'interest', to: toParent })
};
