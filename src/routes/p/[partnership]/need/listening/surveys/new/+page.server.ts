import { viewQuestions } from '#modules/needs/server';
import { explainSurveyProblem } from '#modules/surveys';
import { addSurvey } from '#modules/surveys/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addSurvey);
  const { questions } = await ask(event, viewQuestions);
  const needsQuestion = event.url.searchParams.get('question') ?? undefined;
  return { needsQuestions: questions.filter((one) => one.status !== 'dropped'), needsQuestion };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addSurvey, { values, explain: explainSurveyProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The survey is begun. Now its questions.');
    const here = `/p/${event.params.partnership}/need/listening/surveys/${answer.value.id}`;
    redirect(303, here);
  }
};
