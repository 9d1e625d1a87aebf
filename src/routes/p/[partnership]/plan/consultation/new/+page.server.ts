import { addConsultation, blankConsultation } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankConsultation);

export const actions: Actions = {
  default: formAction(addConsultation, { to: () => 'plan/consultation' })
};
