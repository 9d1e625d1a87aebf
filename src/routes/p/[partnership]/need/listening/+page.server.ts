import { viewSurveys, viewThemes } from '#modules/surveys/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { surveys, owed, today } = await ask(event, viewSurveys);
  return { surveys, owed, today, said: await ask(event, viewThemes) };
};
