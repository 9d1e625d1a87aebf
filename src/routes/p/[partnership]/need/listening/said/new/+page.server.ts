import { viewQuestions } from '#modules/needs/server';
import { dayAfter } from '#core/written-dates';
import { explainSurveyProblem } from '#modules/surveys';
import { addVoice } from '#modules/surveys/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Days for which words are kept unless somebody says otherwise. */
const usualDays = 365;

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addVoice);
  const { questions, today } = await ask(event, viewQuestions);
  return {
    needsQuestions: questions.filter((one) => one.status !== 'dropped'),
    needsQuestion: event.url.searchParams.get('question') ?? undefined,
    keepUntil: dayAfter(today, usualDays)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addVoice, { values, explain: explainSurveyProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The note is saved. Now find its themes.');
    redirect(303, `/p/${event.params.partnership}/need/listening/said/${answer.value.id}`);
  }
};
