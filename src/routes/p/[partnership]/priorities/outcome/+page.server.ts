import { explainPriorityProblem } from '#modules/priorities';
import { chooseOutcome, viewPriorities } from '#modules/priorities/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, chooseOutcome);
  return ask(event, viewPriorities);
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, chooseOutcome, {
      values,
      explain: (problem) => ({ field: 'outcome', sentence: explainPriorityProblem(problem) })
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The outcome is chosen.');
    redirect(303, `/p/${event.params.partnership}/priorities`);
  }
};
