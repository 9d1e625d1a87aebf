import { viewQuestions } from '#modules/needs/server';
import { explainSurveyProblem } from '#modules/surveys';
import { changeSurvey, removeSurvey, viewSurvey } from '#modules/surveys/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeSurvey);
  const { survey, responses } = await ask(event, viewSurvey, { id: event.params.survey });
  const { questions } = await ask(event, viewQuestions);
  return { survey, responses, needsQuestions: questions };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.survey };
    const form = { values, input, explain: explainSurveyProblem };
    const answer = await submit(event, changeSurvey, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The survey is saved.');
    redirect(303, `/p/${event.params.partnership}/need/listening/surveys/${event.params.survey}`);
  },
  remove: async (event) => {
    const input = { id: event.params.survey };
    const form = { values: {}, input, explain: explainSurveyProblem };
    const answer = await submit(event, removeSurvey, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The survey is gone.');
    redirect(303, `/p/${event.params.partnership}/need/listening`);
  }
};
