import { addWorkingBoundary, blankWorkingBoundary } from '#modules/boundaries/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankWorkingBoundary);

export const actions: Actions = {
  default: formAction(addWorkingBoundary, { to: () => 'system/boundaries' })
};
