import { explainSurveyProblem } from '#modules/surveys';
import { makeQuote, viewPassage } from '#modules/surveys/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewPassage, { id: event.url.searchParams.get('passage') ?? '' });

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, passageId: event.url.searchParams.get('passage') ?? '' };
    const form = { values, input, explain: explainSurveyProblem };
    const answer = await submit(event, makeQuote, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The quote waits for a second look by somebody else.');
    redirect(303, `/p/${event.params.partnership}/need/listening/quotes/${answer.value.id}`);
  }
};
