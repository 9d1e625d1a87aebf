import { viewQuestions } from '#modules/needs/server';
import {
  codeSentences,
  finishCoding,
  removePassage,
  viewVoice,
  withdrawVoice
} from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewVoice, { id: event.params.voice });
  const { questions } = await ask(event, viewQuestions);
  return {
    ...view,
    needsQuestion: questions.find(({ id }) => id === view.voice.needsQuestionId) ?? null
  };
};

const said = 'need/listening/said';
const here =
  (place = '') =>
  ({ params }: { params: { voice: string } }) =>
    `${said}/${params.voice}${place}`;

export const actions: Actions = {
  code: formAction(codeSentences, { of: 'voice', to: here('#said') }),
  removePassage: formAction(removePassage, { to: here('#pieces') }),
  finish: formAction(finishCoding, {
    of: 'voice',
    done: ({ isDone }) =>
      isDone ? 'Read through and coded.' : 'Back among those to read and code.',
    to: ({ value, params }) => (value.isDone ? `${said}?show=to-code` : here()({ params }))
  }),
  withdraw: formAction(withdrawVoice, {
    of: 'voice',
    done: ({ isAll }) =>
      isAll
        ? 'What was said is erased, and every quote of it.'
        : 'It is not to be quoted any more; its quotes are gone.',
    to: here()
  })
};
