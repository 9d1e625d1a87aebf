import { viewQuestions } from '#modules/needs/server';
import {
  bringAnswers,
  closeSurvey,
  moveSurveyQuestion,
  openSurvey,
  removeAnswers,
  viewSurvey
} from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
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

const to = ({ params }: { params: { survey: string } }) =>
  `need/listening/surveys/${params.survey}`;
const here = { of: 'survey', to } as const;

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

export const actions: Actions = {
  open: formAction(openSurvey, here),
  close: formAction(closeSurvey, here),
  bring: formAction(bringAnswers, {
    ...here,
    done: ({ brought }) =>
      `${counted(brought, 'answer is', 'answers are')} now among what was said, to be read and coded.`
  }),
  removeAnswers: formAction(removeAnswers, {
    ...here,
    done: ({ removed }) =>
      `${counted(removed, 'answer was', 'answers were')} removed. The counts are kept.`
  }),
  move: formAction(moveSurveyQuestion, {
    done: ({ text, place }) => `“${text}” is now question ${place}.`,
    to: (sent) => `${to(sent)}#questions`
  })
};
