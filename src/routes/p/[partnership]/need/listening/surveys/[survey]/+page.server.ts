import { viewQuestions } from '#modules/needs/server';
import { explainSurveyProblem, type SurveyProblem } from '#modules/surveys';
import {
  bringAnswers,
  closeSurvey,
  moveSurveyQuestion,
  openSurvey,
  removeAnswers,
  viewSurvey
} from '#modules/surveys/server';
import type { ChangedMeanwhile, Command, CommonProblem } from '#platform/command';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { surveyAddress, surveyCode } from './link.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewSurvey, { id: event.params.survey });
  const { questions } = await ask(event, viewQuestions);
  const { survey } = view;
  const address = survey.token === null ? null : surveyAddress(event.url.origin, survey.token);
  return {
    ...view,
    needsQuestion: questions.find(({ id }) => id === survey.needsQuestionId) ?? null,
    link:
      address === null || view.state === 'removed' ? null : { address, code: surveyCode(address) }
  };
};

type Here = RequestEvent<{ partnership: string; survey: string }>;

/** Gives a command about this survey, says what was done, and comes back here. */
function about<Value>(
  command: Command<Value, CommonProblem | Exclude<SurveyProblem, ChangedMeanwhile>>,
  done: (value: Value) => string
) {
  return async (event: Here) => {
    const input = { id: event.params.survey };
    const form = { values: {}, input, explain: explainSurveyProblem };
    const answer = await submit(event, command, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, done(answer.value));
    redirect(303, `/p/${event.params.partnership}/need/listening/surveys/${event.params.survey}`);
  };
}

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

export const actions: Actions = {
  open: about(openSurvey, () => 'The survey is open. Give away its link.'),
  close: about(closeSurvey, () => 'The survey is closed.'),
  bring: about(
    bringAnswers,
    ({ brought }) =>
      `${counted(brought, 'answer is', 'answers are')} now among what was said, to be read and coded.`
  ),
  removeAnswers: about(
    removeAnswers,
    ({ removed }) =>
      `${counted(removed, 'answer was', 'answers were')} removed. The counts are kept.`
  ),
  move: async (event) => {
    const { values } = await readForm(event.request);
    const form = { values, explain: explainSurveyProblem };
    const answer = await submit(event, moveSurveyQuestion, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, `“${answer.value.text}” is now question ${answer.value.place}.`);
    const here = `/p/${event.params.partnership}/need/listening/surveys/${event.params.survey}`;
    redirect(303, `${here}#questions`);
  }
};
