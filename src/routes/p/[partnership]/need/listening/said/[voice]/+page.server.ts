import { viewQuestions } from '#modules/needs/server';
import { explainSurveyProblem } from '#modules/surveys';
import {
  codeSentences,
  finishCoding,
  removePassage,
  viewVoice,
  withdrawVoice
} from '#modules/surveys/server';
import { ask, readForm, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewVoice, { id: event.params.voice });
  const { questions } = await ask(event, viewQuestions);
  return {
    ...view,
    needsQuestion: questions.find(({ id }) => id === view.voice.needsQuestionId) ?? null
  };
};

const explain = explainSurveyProblem;
const addressOf = (params: { partnership: string; voice: string }) =>
  `/p/${params.partnership}/need/listening/said/${params.voice}`;

export const actions: Actions = {
  code: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.voice };
    const answer = await submit(event, codeSentences, { values, input, explain });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The sentences belong to the theme.');
    redirect(303, `${addressOf(event.params)}#said`);
  },
  removePassage: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, removePassage, { values, explain: () => '' });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The piece is out of its theme.');
    redirect(303, `${addressOf(event.params)}#pieces`);
  },
  finish: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.voice };
    const answer = await submit(event, finishCoding, { values, input, explain: () => '' });
    if (!answer.ok) return answer.failure;
    const isDone = values['done'] === 'yes';
    sayDone(event, isDone ? 'Read through and coded.' : 'Back among those to read and code.');
    redirect(
      303,
      isDone
        ? `${addressOf(event.params).replace(/\/[^/]+$/, '')}?show=to-code`
        : addressOf(event.params)
    );
  },
  withdraw: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.voice };
    const answer = await submit(event, withdrawVoice, { values, input, explain });
    if (!answer.ok) return answer.failure;
    sayDone(
      event,
      values['what'] === 'everything'
        ? 'What was said is erased, and every quote of it.'
        : 'It is not to be quoted any more; its quotes are gone.'
    );
    redirect(303, addressOf(event.params));
  }
};
