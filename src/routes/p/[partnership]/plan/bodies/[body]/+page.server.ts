import { changeBody, formOfBody, removeBody } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfBody, { id: event.params.body });

export const actions: Actions = {
  save: formAction(changeBody, { of: 'body', to: () => 'plan/versions' }),
  remove: formAction(removeBody, { of: 'body', to: () => 'plan/versions' })
};
