import { viewQuestions } from '#modules/needs/server';
import { explainSurveyProblem } from '#modules/surveys';
import { changeVoice, viewVoice } from '#modules/surveys/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { voice, passages } = await ask(event, viewVoice, { id: event.params.voice });
  const { questions } = await ask(event, viewQuestions);
  return { voice, isCoded: passages.length > 0, needsQuestions: questions };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.voice };
    const form = { values, input, explain: explainSurveyProblem };
    const answer = await submit(event, changeVoice, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The note is saved.');
    redirect(303, `/p/${event.params.partnership}/need/listening/said/${event.params.voice}`);
  }
};
