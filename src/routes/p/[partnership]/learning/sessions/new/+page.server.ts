import { addSession, viewSessionChoices } from '#modules/learning/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, addSession);
  return ask(event, viewSessionChoices);
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, addSession, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The session is in the diary.');
    redirect(303, `/p/${event.params.partnership}/learning/sessions/${answer.value.id}`);
  }
};
