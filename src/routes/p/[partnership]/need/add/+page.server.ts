import { addIndicator, viewIndicatorForm } from '#modules/indicators/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitIndicator } from '../beside.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewIndicatorForm);

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitIndicator(event, addIndicator, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The indicator is added. Now add its first value.');
    redirect(303, `/p/${event.params.partnership}/need/${answer.value.id}/values`);
  }
};
