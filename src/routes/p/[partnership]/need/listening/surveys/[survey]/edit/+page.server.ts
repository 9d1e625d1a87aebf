import { changeSurvey, formOfSurvey, removeSurvey } from '#modules/surveys/server';
import { ask, formAction } from '#web/page.server';
import { questionsOffered } from '../../../questions-offered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, formOfSurvey, { id: event.params.survey });
  const needsQuestionId = await questionsOffered(event, view.record.needsQuestionId);
  return { ...view, offered: { needsQuestionId } };
};

export const actions: Actions = {
  save: formAction(changeSurvey, {
    of: 'survey',
    to: ({ params }) => `need/listening/surveys/${params.survey}`
  }),
  remove: formAction(removeSurvey, { of: 'survey', to: () => 'need/listening' })
};
