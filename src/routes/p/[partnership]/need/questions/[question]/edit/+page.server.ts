import { explainNeedsProblem } from '#modules/needs';
import { changeQuestion, removeQuestion, viewQuestion } from '#modules/needs/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { permissions } = await event.parent();
  if (!permissions.includes('indicators:edit')) {
    error(403, { message: 'Your role here does not let you change this question.' });
  }
  return ask(event, viewQuestion, { id: event.params.question });
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, changeQuestion, {
      values,
      input: { ...values, id: event.params.question },
      explain: explainNeedsProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The question is saved.');
    redirect(303, `/p/${event.params.partnership}/need/questions/${event.params.question}`);
  },
  remove: async (event) => {
    const answer = await submit(event, removeQuestion, {
      values: {},
      input: { id: event.params.question },
      explain: explainNeedsProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The question is no longer in the plan.');
    redirect(303, `/p/${event.params.partnership}/need/questions`);
  }
};
