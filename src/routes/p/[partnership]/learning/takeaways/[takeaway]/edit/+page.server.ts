import { changeTakeaway, removeTakeaway, viewTakeaway } from '#modules/learning/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, changeTakeaway);
  return ask(event, viewTakeaway, { takeawayId: event.params.takeaway });
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const takeawayId = event.params.takeaway;
    const answer = await submitForm(event, changeTakeaway, values, { takeawayId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'It is saved.');
    redirect(303, `/p/${event.params.partnership}/learning/takeaways/${takeawayId}`);
  },
  remove: async (event) => {
    const takeawayId = event.params.takeaway;
    const { session } = await ask(event, viewTakeaway, { takeawayId });
    const answer = await submitForm(event, removeTakeaway, {}, { takeawayId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'It is removed.');
    redirect(303, `/p/${event.params.partnership}/learning/sessions/${session.id}`);
  }
};
