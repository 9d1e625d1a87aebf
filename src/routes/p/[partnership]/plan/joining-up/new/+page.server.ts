import { addWorkstream, blankWorkstream } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankWorkstream);

export const actions: Actions = {
  default: formAction(addWorkstream, { to: () => 'plan/joining-up' })
};
