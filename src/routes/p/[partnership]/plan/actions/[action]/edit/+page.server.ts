import { explainDeliveryProblem } from '#modules/delivery';
import { changeAction, removeAction, viewAction } from '#modules/delivery/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, changeAction);
  return ask(event, viewAction, { id: event.params.action });
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const { action } = await ask(event, viewAction, { id: event.params.action });
    const answer = await submit(event, changeAction, {
      values,
      input: { ...values, id: action.id, position: action.position },
      explain: (problem) => {
        const sentence = explainDeliveryProblem(problem);
        return problem.kind === 'ends-before-it-starts' ? { field: 'dueOn', sentence } : sentence;
      }
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The action is saved.');
    redirect(303, `/p/${event.params.partnership}/plan/actions/${event.params.action}`);
  },
  remove: async (event) => {
    const answer = await submit(event, removeAction, {
      values: {},
      input: { id: event.params.action },
      explain: () => ''
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The action is no longer in the plan.');
    redirect(303, `/p/${event.params.partnership}/plan`);
  }
};
