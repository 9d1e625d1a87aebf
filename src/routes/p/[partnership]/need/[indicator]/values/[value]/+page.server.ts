import { explainIndicatorProblem } from '#modules/indicators';
import { changeValue, viewValue } from '#modules/indicators/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewValue, { id: event.params.value });
  if (view.indicator.id !== event.params.indicator)
    error(404, 'We could not find that page.');
  return view;
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.value };
    const answer = await submit(event, changeValue, {
      values,
      input,
      explain: (problem) =>
        problem.kind === 'already-there'
          ? { field: 'period', sentence: explainIndicatorProblem(problem) }
          : explainIndicatorProblem(problem)
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The value is changed.');
    redirect(303, `/p/${event.params.partnership}/need/${event.params.indicator}/values`);
  }
};
