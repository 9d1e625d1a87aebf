import { changeQuote, checkQuote, removeQuote, viewQuote } from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewQuote, { id: event.params.quote });

const here = {
  of: 'quote',
  to: ({ params }: { params: { quote?: string | undefined } }) =>
    `need/listening/quotes/${params.quote ?? ''}`
} as const;
const check = formAction(checkQuote, here);

export const actions: Actions = {
  check: async (event) => {
    const failure = await check(event);
    if (failure.status !== 409) return failure;
    const formError = 'The words were changed while you were looking. Look again.';
    return fail(409, { ...failure.data, values: {}, conflict: undefined, formError });
  },
  save: formAction(changeQuote, here),
  remove: formAction(removeQuote, { of: 'quote', to: () => 'need/listening/quotes' })
};
