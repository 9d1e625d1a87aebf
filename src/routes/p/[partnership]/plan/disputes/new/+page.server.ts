import { addDispute, blankDispute } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankDispute);

export const actions: Actions = {
  default: formAction(addDispute, { to: ({ value }) => `plan/disputes/${value.id}` })
};
