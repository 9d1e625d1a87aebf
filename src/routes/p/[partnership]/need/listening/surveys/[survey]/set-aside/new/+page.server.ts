import { setAnswersAside, viewAnswersByDay } from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewAnswersByDay, { id: event.params.survey });

export const actions: Actions = {
  default: formAction(setAnswersAside, {
    with: ({ params }) => ({ surveyId: params.survey }),
    to: ({ params }) => `need/listening/surveys/${params.survey}/results`
  })
};
