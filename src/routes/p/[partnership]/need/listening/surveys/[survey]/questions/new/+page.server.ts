import { addSurveyQuestion, viewSurvey } from '#modules/surveys/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addSurveyQuestion);
  const { survey, questions } = await ask(event, viewSurvey, { id: event.params.survey });
  return { survey, questions };
};

export const actions: Actions = {
  default: formAction(addSurveyQuestion, {
    with: ({ params }) => ({ surveyId: params.survey }),
    to: ({ values, params }) =>
      `need/listening/surveys/${params.survey}${values['then'] === 'another' ? '/questions/new' : ''}`
  })
};
