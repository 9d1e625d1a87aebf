import { answerAsk, viewAsks } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { asks, ...names } = await ask(event, viewAsks);
  const found = asks.find(({ id }) => id === event.params.ask);
  if (found === undefined) error(404, 'We could not find that page.');
  return { record: found, ...names };
};

export const actions: Actions = {
  default: formAction(answerAsk, { of: 'ask', to: ({ params }) => `plan/asks/${params.ask}` })
};
