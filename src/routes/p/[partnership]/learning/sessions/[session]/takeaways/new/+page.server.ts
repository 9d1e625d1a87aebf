import { addTakeaway, viewTakeawayChoices } from '#modules/learning/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, addTakeaway);
  return ask(event, viewTakeawayChoices, { sessionId: event.params.session });
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const sessionId = event.params.session;
    const answer = await submitForm(event, addTakeaway, values, { sessionId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'It is written down. Next: plan a test of it, or add another.');
    const learning = `/p/${event.params.partnership}/learning`;
    if (values['another'] === 'yes')
      redirect(303, `${learning}/sessions/${sessionId}/takeaways/new`);
    redirect(303, `${learning}/takeaways/${answer.value.id}`);
  }
};
