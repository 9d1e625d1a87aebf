import { confirmDecision, meetConditions, viewDecision } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewDecision, { id: event.params.decision });

const stay = ({ params }: { params: { decision: string } }) => `plan/decisions/${params.decision}`;

export const actions: Actions = {
  confirm: formAction(confirmDecision, { of: 'decision', to: stay }),
  conditions: formAction(meetConditions, { of: 'decision', to: stay })
};
