import { explainSurveyProblem } from '#modules/surveys';
import { addSurveyQuestion, viewSurvey } from '#modules/surveys/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addSurveyQuestion);
  const { survey, questions } = await ask(event, viewSurvey, { id: event.params.survey });
  return { survey, questions };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, surveyId: event.params.survey };
    const form = { values, input, explain: explainSurveyProblem };
    const answer = await submit(event, addSurveyQuestion, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The question is at the end of the survey.');
    const survey = `/p/${event.params.partnership}/need/listening/surveys/${event.params.survey}`;
    redirect(303, values['then'] === 'another' ? `${survey}/questions/new` : survey);
  }
};
