import {
  changeSession,
  removeSession,
  viewSession,
  viewSessionChoices
} from '#modules/learning/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeSession);
  return {
    ...(await ask(event, viewSessionChoices)),
    session: (await ask(event, viewSession, { sessionId: event.params.session })).session
  };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const sessionId = event.params.session;
    const answer = await submitForm(event, changeSession, values, { sessionId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The session is saved.');
    redirect(303, `/p/${event.params.partnership}/learning/sessions/${sessionId}`);
  },
  remove: async (event) => {
    const sessionId = event.params.session;
    const answer = await submitForm(event, removeSession, {}, { sessionId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The session is no longer in the diary.');
    redirect(303, `/p/${event.params.partnership}/learning`);
  }
};
