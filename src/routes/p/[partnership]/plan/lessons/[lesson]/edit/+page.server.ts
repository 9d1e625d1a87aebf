import { changeLesson, formOfLesson, removeLesson } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfLesson, { id: event.params.lesson });

export const actions: Actions = {
  save: formAction(changeLesson, {
    of: 'lesson',
    to: ({ params }) => `plan/lessons/${params.lesson}`
  }),
  remove: formAction(removeLesson, { of: 'lesson', to: () => 'plan/lessons' })
};
