import { addSession, viewSessionChoices } from '#modules/learning/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, addSession);
  return ask(event, viewSessionChoices);
};

export const actions: Actions = {
  default: formAction(addSession, { to: ({ value }) => `learning/sessions/${value.id}` })
};
