import { addSought, blankSought } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankSought);

export const actions: Actions = {
  default: formAction(addSought, { to: () => 'plan/who-is-needed' })
};
