import { explainIndicatorProblem } from '#modules/indicators';
import { addValue, removeValue, restoreValue, viewValues } from '#modules/indicators/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewValues, {
    id: event.params.indicator,
    area: event.url.searchParams.get('of') ?? '',
    page: event.url.searchParams.get('page') ?? 1
  });

function here(event: RequestEvent): string {
  return `/p/${event.params['partnership'] ?? ''}/need/${event.params['indicator'] ?? ''}/values`;
}

export const actions: Actions = {
  add: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, indicatorId: event.params.indicator };
    const explain = (problem: Parameters<typeof explainIndicatorProblem>[0]) => ({
      field: 'period',
      sentence: explainIndicatorProblem(problem)
    });
    const answer = await submit(event, addValue, { values, input, explain });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The value is saved.');
    redirect(303, here(event));
  },
  remove: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, removeValue, { values, explain: () => '' });
    if (!answer.ok) return answer.failure;
    sayDone(event, `The value of ${answer.value.period} is removed. You can put it back below.`);
    redirect(303, here(event));
  },
  restore: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, restoreValue, { values, explain: explainIndicatorProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, `The value of ${answer.value.period} is back.`);
    redirect(303, here(event));
  }
};
