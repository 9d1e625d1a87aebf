import {
  changeSurveyQuestion,
  formOfSurveyQuestion,
  removeSurveyQuestion,
  viewSurvey
} from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, formOfSurveyQuestion, { id: event.params.question });
  const { survey } = await ask(event, viewSurvey, { id: view.record.surveyId });
  return { ...view, survey };
};

const page = {
  of: 'question',
  to: ({ params }: { params: { survey: string } }) => `need/listening/surveys/${params.survey}`
} as const;

export const actions: Actions = {
  save: formAction(changeSurveyQuestion, page),
  remove: formAction(removeSurveyQuestion, page)
};
