import { changeQuestion, formOfQuestion, removeQuestion } from '#modules/needs/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfQuestion, { id: event.params.question });

export const actions: Actions = {
  save: formAction(changeQuestion, {
    of: 'question',
    to: ({ params }) => `need/questions/${params.question}`
  }),
  remove: formAction(removeQuestion, { of: 'question', to: () => 'need/questions' })
};
