import { explainPriorityProblem } from '#modules/priorities';
import { chooseFactor, viewPriorities } from '#modules/priorities/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewPriorities)),
  wanted: event.url.searchParams.get('factor') ?? ''
});

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
