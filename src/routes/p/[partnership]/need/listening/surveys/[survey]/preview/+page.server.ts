import { viewSurvey } from '#modules/surveys/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { survey, questions } = await ask(event, viewSurvey, { id: event.params.survey });
  return { survey, questions };
};
