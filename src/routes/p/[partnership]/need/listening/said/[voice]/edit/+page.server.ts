import { changeVoice, viewVoice } from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import { questionsOffered } from '../../../questions-offered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { voice, passages } = await ask(event, viewVoice, { id: event.params.voice });
  return {
    record: voice,
    isCoded: passages.length > 0,
    needsQuestionId: await questionsOffered(event, voice.needsQuestionId)
  };
};

export const actions: Actions = {
  save: formAction(changeVoice, {
    of: 'voice',
    to: ({ params }) => `need/listening/said/${params.voice}`
  })
};
