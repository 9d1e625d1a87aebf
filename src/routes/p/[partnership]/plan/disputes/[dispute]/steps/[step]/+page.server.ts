import { changeDisputeStep, formOfDisputeStep, removeDisputeStep } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfDisputeStep, { id: event.params.step, disputeId: event.params.dispute });

const toParent = ({ params }: { params: { dispute: string } }) => `plan/disputes/${params.dispute}`;

export const actions: Actions = {
  save: formAction(changeDisputeStep, { of: 'step', to: toParent }),
  remove: formAction(removeDisputeStep, { of: 'step', to: toParent })
};
