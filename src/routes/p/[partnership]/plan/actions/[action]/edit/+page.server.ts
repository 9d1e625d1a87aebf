import { changeAction, formOfAction, removeAction } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfAction, { id: event.params.action });

export const actions: Actions = {
  save: formAction(changeAction, {
    of: 'action',
    to: ({ params }) => `plan/actions/${params.action}`
  }),
  remove: formAction(removeAction, { of: 'action', to: () => 'plan' })
};
