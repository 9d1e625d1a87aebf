import { addElement, blankElement } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankElement, { aimId: event.params.aim });

export const actions: Actions = {
  default: formAction(addElement, {
    with: ({ params }) => ({ aimId: params.aim }),
    to: ({ params }) => `plan/aims/${params.aim}/areas`
  })
};
