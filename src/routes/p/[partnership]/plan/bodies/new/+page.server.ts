import { addBody, blankBody, viewMembers } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankBody)),
  members: await ask(event, viewMembers)
});

export const actions: Actions = {
  default: formAction(addBody, { to: () => 'plan/versions' })
};
