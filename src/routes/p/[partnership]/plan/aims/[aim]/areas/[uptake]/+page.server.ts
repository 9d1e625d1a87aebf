import { changeUptake, formOfUptake, removeUptake } from '#modules/bodies/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfUptake, { id: event.params.uptake, aimId: event.params.aim });

export const actions: Actions = {
  save: formAction(changeUptake, {
    of: 'uptake',
    to: ({ params }) => `plan/aims/${params.aim}/areas`
  }),
  remove: formAction(removeUptake, {
    of: 'uptake',
    to: ({ params }) => `plan/aims/${params.aim}/areas`
  })
};
