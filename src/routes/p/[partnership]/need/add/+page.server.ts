import { addIndicator, blankIndicator } from '#modules/indicators/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankIndicator);

export const actions: Actions = {
  default: formAction(addIndicator, { to: ({ value }) => `need/${value.id}/values` })
};
