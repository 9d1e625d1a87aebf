import { addPrinciple, blankPrinciple } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankPrinciple);

export const actions: Actions = {
  default: formAction(addPrinciple, { to: () => 'plan/principles' })
};
