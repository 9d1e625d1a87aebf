import {
  changeSurveyQuestion,
  formOfSurveyQuestion,
  removeSurveyQuestion
} from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfSurveyQuestion, { id: event.params.question, surveyId: event.params.survey });

const page = {
  of: 'question',
  to: ({ params }: { params: { survey: string } }) => `need/listening/surveys/${params.survey}`
} as const;

export const actions: Actions = {
  save: formAction(changeSurveyQuestion, page),
  remove: formAction(removeSurveyQuestion, page)
};
