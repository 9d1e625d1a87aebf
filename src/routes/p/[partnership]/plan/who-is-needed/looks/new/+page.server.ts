import { addLook, blankLook } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankLook);

export const actions: Actions = {
  default: formAction(addLook, { to: () => 'plan/who-is-needed' })
};
