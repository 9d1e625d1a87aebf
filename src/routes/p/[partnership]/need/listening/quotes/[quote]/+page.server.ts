import type { FormValues } from '#core/form-state';
import { explainSurveyProblem } from '#modules/surveys';
import { changeQuote, checkQuote, removeQuote, viewQuote } from '#modules/surveys/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewQuote, { id: event.params.quote });

const explain = explainSurveyProblem;
const addressOf = (params: { partnership: string; quote: string }) =>
  `/p/${params.partnership}/need/listening/quotes/${params.quote}`;

export const actions: Actions = {
  check: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.quote };
    const answer = await submit(event, checkQuote, { values, input, explain });
    if (!answer.ok && answer.failure.status === 409) {
      const formError = 'The words were changed while you were looking. Look again.';
      const values: FormValues = {};
      return fail(409, { values, errors: {}, formError });
    }
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The quote is ready to be shown.');
    redirect(303, addressOf(event.params));
  },
  save: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.quote };
    const answer = await submit(event, changeQuote, { values, input, explain });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The words are saved. Somebody else must look at them now.');
    redirect(303, addressOf(event.params));
  },
  remove: async (event) => {
    const input = { id: event.params.quote };
    const answer = await submit(event, removeQuote, { values: {}, input, explain: () => '' });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The quote is gone.');
    redirect(303, `/p/${event.params.partnership}/need/listening/quotes`);
  }
};
