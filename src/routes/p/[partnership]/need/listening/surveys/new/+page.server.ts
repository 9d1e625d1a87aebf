import { addSurvey } from '#modules/surveys/server';
import { formAction, refuseUnlessMay } from '#web/page.server';
import { questionsOffered } from '../../questions-offered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addSurvey);
  return {
    offered: { needsQuestionId: await questionsOffered(event) },
    needsQuestionId: event.url.searchParams.get('question') ?? undefined
  };
};

export const actions: Actions = {
  default: formAction(addSurvey, { to: ({ value }) => `need/listening/surveys/${value.id}` })
};
