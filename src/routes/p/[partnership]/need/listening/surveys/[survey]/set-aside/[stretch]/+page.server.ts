import { bringAnswersBack, changeStretch, formOfStretch } from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfStretch, { id: event.params.stretch, surveyId: event.params.survey });

const page = {
  of: 'stretch',
  to: ({ params }: { params: { survey: string } }) =>
    `need/listening/surveys/${params.survey}/results`
} as const;

export const actions: Actions = {
  save: formAction(changeStretch, page),
  remove: formAction(bringAnswersBack, page)
};
