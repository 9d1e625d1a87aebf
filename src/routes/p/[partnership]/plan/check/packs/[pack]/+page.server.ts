import { changePack, formOfPack, removePack } from '#modules/checks/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfPack, { id: event.params.pack });

export const actions: Actions = {
  save: formAction(changePack, { of: 'pack', to: () => 'plan/check' }),
  remove: formAction(removePack, { of: 'pack', to: () => 'plan/check' })
};
