import { addLimit, blankLimit } from '#modules/resources/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankLimit);

export const actions: Actions = {
  default: formAction(addLimit, { to: () => 'plan/resources' })
};
