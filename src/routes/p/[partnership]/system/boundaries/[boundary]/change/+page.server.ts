import { changeBoundary, formOfBoundary, removeBoundary } from '#modules/boundaries/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfBoundary, { id: event.params.boundary });

export const actions: Actions = {
  save: formAction(changeBoundary, {
    of: 'boundary',
    to: ({ params }) => `system/boundaries/${params.boundary}`
  }),
  remove: formAction(removeBoundary, { of: 'boundary', to: () => 'system/boundaries' })
};
