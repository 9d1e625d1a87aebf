import { viewNeed } from '#modules/indicators/server';
import { changeAim, formOfAim, removeAim } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import { figuresOffered } from '../../../../figures-offered.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, formOfAim, { id: event.params.aim })),
  figures: figuresOffered(await ask(event, viewNeed))
});

export const actions: Actions = {
  save: formAction(changeAim, { of: 'aim', to: ({ params }) => `plan/aims/${params.aim}` }),
  remove: formAction(removeAim, { of: 'aim', to: () => 'plan' })
};
