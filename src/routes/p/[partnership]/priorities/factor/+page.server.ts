import { explainPriorityProblem } from '#modules/priorities';
import { chooseFactor, viewFactorChoice } from '#modules/priorities/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** The factor in mind: looked at on this page (`about`), or come from elsewhere (`factor`). */
export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, chooseFactor);
  const { searchParams } = event.url;
  const factor = searchParams.get('about') ?? searchParams.get('factor') ?? '';
  return ask(event, viewFactorChoice, { factor });
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, chooseFactor, {
      values,
      explain: (problem) => ({ field: 'factor', sentence: explainPriorityProblem(problem) })
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The factor is chosen. Next: decide what kind of action it calls for.');
    redirect(303, `/p/${event.params.partnership}/priorities/${answer.value.id}`);
  }
};
