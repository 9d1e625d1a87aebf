import { addLegalForm, blankLegalForm } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankLegalForm);

export const actions: Actions = {
  default: formAction(addLegalForm, { to: () => 'plan/arrangements' })
};
