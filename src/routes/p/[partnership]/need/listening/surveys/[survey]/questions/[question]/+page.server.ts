import { explainSurveyProblem } from '#modules/surveys';
import {
  changeSurveyQuestion,
  removeSurveyQuestion,
  viewSurveyQuestion
} from '#modules/surveys/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeSurveyQuestion);
  return ask(event, viewSurveyQuestion, { id: event.params.question });
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.question };
    const form = { values, input, explain: explainSurveyProblem };
    const answer = await submit(event, changeSurveyQuestion, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The question is saved.');
    redirect(303, `/p/${event.params.partnership}/need/listening/surveys/${event.params.survey}`);
  },
  remove: async (event) => {
    const input = { id: event.params.question };
    const form = { values: {}, input, explain: explainSurveyProblem };
    const answer = await submit(event, removeSurveyQuestion, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The question is gone.');
    redirect(303, `/p/${event.params.partnership}/need/listening/surveys/${event.params.survey}`);
  }
};
