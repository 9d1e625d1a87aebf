import { explainNeedsProblem } from '#modules/needs';
import { addQuestion, viewQuestions } from '#modules/needs/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { permissions } = await event.parent();
  if (!permissions.includes('indicators:add-values')) {
    error(403, { message: 'Your role here does not let you add a question.' });
  }
  const { factors, sources } = await ask(event, viewQuestions);
  const wanted = event.url.searchParams.get('factor');
  return { factors, sources, factor: factors.find(({ id }) => id === wanted)?.id };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addQuestion, { values, explain: explainNeedsProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The question is in the plan.');
    redirect(303, `/p/${event.params.partnership}/need/questions/${answer.value.id}`);
  }
};
