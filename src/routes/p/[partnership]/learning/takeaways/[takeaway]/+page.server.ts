import { linkTest, setAside, takeUp, unlinkTest, viewTakeaway } from '#modules/learning/server';
import { ask, readForm, sayDone } from '#web/page.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { submitForm } from '../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewTakeaway, { id: event.params.takeaway });

function again(event: RequestEvent): never {
  const { partnership, takeaway } = event.params;
  redirect(303, `/p/${partnership}/learning/takeaways/${takeaway}`);
}

export const actions: Actions = {
  link: async (event) => {
    const { values } = await readForm(event.request);
    const takeawayId = event.params.takeaway;
    const answer = await submitForm(event, linkTest, values, { takeawayId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The test is tied to what was taken back.');
    again(event);
  },
  unlink: async (event) => {
    const { values } = await readForm(event.request);
    const takeawayId = event.params.takeaway;
    const answer = await submitForm(event, unlinkTest, values, { takeawayId });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The test is no longer tied to it. The test itself stays.');
    again(event);
  },
  aside: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, setAside, values, { id: event.params.takeaway });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'It is set aside, with the reason.');
    again(event);
  },
  up: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, takeUp, values, { id: event.params.takeaway });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'It waits to be followed up again.');
    again(event);
  }
};
