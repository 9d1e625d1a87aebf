import { changeAim, formOfAim, removeAim } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfAim, { id: event.params.aim });

export const actions: Actions = {
  save: formAction(changeAim, { of: 'aim', to: ({ params }) => `plan/aims/${params.aim}` }),
  remove: formAction(removeAim, { of: 'aim', to: () => 'plan' })
};
