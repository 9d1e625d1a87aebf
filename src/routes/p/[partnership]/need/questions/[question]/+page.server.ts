import { explainNeedsProblem } from '#modules/needs';
import { recordFinding, viewQuestion } from '#modules/needs/server';
import { viewSurveys } from '#modules/surveys/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewQuestion, { id: event.params.question });
  const { surveys } = await ask(event, viewSurveys);
  return {
    ...view,
    surveys: surveys.filter((one) => one.needsQuestionId === view.question.id)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, recordFinding, {
      values,
      input: { ...values, id: event.params.question },
      explain: explainNeedsProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The finding is saved, and the question is answered.');
    redirect(303, `/p/${event.params.partnership}/need/questions/${event.params.question}`);
  }
};
