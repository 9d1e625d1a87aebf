import { changeSought, formOfSought, removeSought } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfSought, { id: event.params.sought });

export const actions: Actions = {
  save: formAction(changeSought, {
    of: 'sought',
    to: ({ params }) => `plan/who-is-needed/${params.sought}`
  }),
  remove: formAction(removeSought, { of: 'sought', to: () => 'plan/who-is-needed' })
};
