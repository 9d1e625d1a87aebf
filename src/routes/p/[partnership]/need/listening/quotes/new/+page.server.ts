import { makeQuote, viewPassage } from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

const passageIn = (url: URL) => url.searchParams.get('passage') ?? '';

export const load: PageServerLoad = (event) =>
  ask(event, viewPassage, { id: passageIn(event.url) });

export const actions: Actions = {
  default: formAction(makeQuote, {
    with: ({ url }) => ({ passageId: passageIn(url) }),
    to: ({ value }) => `need/listening/quotes/${value.id}`
  })
};
