import { addLesson, blankLesson } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankLesson);

export const actions: Actions = {
  default: formAction(addLesson, { to: ({ value }) => `plan/lessons/${value.id}` })
};
