import { addAsk, blankAsk } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankAsk);

export const actions: Actions = {
  default: formAction(addAsk, { to: ({ value }) => `plan/asks/${value.id}` })
};
