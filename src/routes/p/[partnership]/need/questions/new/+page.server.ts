import { addQuestion, blankQuestion } from '#modules/needs/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankQuestion)),
  start: { factor: event.url.searchParams.get('factor'), status: 'open' }
});

export const actions: Actions = {
  default: formAction(addQuestion, { to: ({ value }) => `need/questions/${value.id}` })
};
