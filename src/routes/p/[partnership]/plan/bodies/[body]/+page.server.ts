import { changeBody, formOfBody, removeBody, viewMembers } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, formOfBody, { id: event.params.body })),
  members: await ask(event, viewMembers)
});

export const actions: Actions = {
  save: formAction(changeBody, { of: 'body', to: () => 'plan/versions' }),
  remove: formAction(removeBody, { of: 'body', to: () => 'plan/versions' })
};
