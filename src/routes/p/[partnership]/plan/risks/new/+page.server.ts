import { addRisk, blankRisk } from '#modules/resources/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankRisk);

export const actions: Actions = {
  default: formAction(addRisk, { to: () => 'plan/risks' })
};
