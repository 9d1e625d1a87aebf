import { changeLook, formOfLook, removeLook } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfLook, { id: event.params.look });

export const actions: Actions = {
  save: formAction(changeLook, { of: 'look', to: () => 'plan/who-is-needed' }),
  remove: formAction(removeLook, { of: 'look', to: () => 'plan/who-is-needed' })
};
