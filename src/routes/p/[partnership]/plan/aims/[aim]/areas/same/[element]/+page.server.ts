import { changeElement, formOfElement, removeElement } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfElement, { id: event.params.element, aimId: event.params.aim });

export const actions: Actions = {
  save: formAction(changeElement, {
    of: 'element',
    to: ({ params }) => `plan/aims/${params.aim}/areas`
  }),
  remove: formAction(removeElement, {
    of: 'element',
    to: ({ params }) => `plan/aims/${params.aim}/areas`
  })
};
