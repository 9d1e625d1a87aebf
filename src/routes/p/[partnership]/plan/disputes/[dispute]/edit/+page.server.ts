import { changeDispute, formOfDispute, removeDispute } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfDispute, { id: event.params.dispute });

export const actions: Actions = {
  save: formAction(changeDispute, {
    of: 'dispute',
    to: ({ params }) => `plan/disputes/${params.dispute}`
  }),
  remove: formAction(removeDispute, { of: 'dispute', to: () => 'plan/disputes' })
};
