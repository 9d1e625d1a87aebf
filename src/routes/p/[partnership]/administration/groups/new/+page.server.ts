import { addGroup, blankGroup } from '#modules/groups/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, blankGroup)),
  start: { kind: 'priority' }
});

export const actions: Actions = {
  default: formAction(addGroup, { to: () => 'administration/groups' })
};
