import { addBoundary, blankBoundary } from '#modules/boundaries/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankBoundary);

export const actions: Actions = {
  default: formAction(addBoundary, { to: ({ value }) => `system/boundaries/${value.id}` })
};
