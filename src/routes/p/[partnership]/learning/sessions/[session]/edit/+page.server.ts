import {
  changeSession,
  removeSession,
  viewSession,
  viewSessionChoices
} from '#modules/learning/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeSession);
  return {
    ...(await ask(event, viewSessionChoices)),
    session: (await ask(event, viewSession, { id: event.params.session })).session
  };
};

export const actions: Actions = {
  save: formAction(changeSession, {
    of: 'session',
    to: ({ params }) => `learning/sessions/${params.session}`
  }),
  remove: formAction(removeSession, { of: 'session', to: () => 'learning' })
};
