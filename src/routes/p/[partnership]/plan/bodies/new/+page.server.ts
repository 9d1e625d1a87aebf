import { addBody, blankBody } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankBody);

export const actions: Actions = {
  default: formAction(addBody, { to: () => 'plan/versions' })
};
