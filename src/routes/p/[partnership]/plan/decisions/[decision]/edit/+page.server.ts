import { changeDecision, formOfDecision, removeDecision } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfDecision, { id: event.params.decision });

export const actions: Actions = {
  save: formAction(changeDecision, {
    of: 'decision',
    to: ({ params }) => `plan/decisions/${params.decision}`
  }),
  remove: formAction(removeDecision, { of: 'decision', to: () => 'plan/decisions' })
};
