import { reviewLesson, viewLesson } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewLesson, { id: event.params.lesson });

export const actions: Actions = {
  default: formAction(reviewLesson, {
    of: 'lesson',
    to: ({ params }) => `plan/lessons/${params.lesson}`
  })
};
