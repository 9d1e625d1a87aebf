import { explainSurveyProblem } from '#modules/surveys';
import { changeTheme, removeTheme, viewTheme } from '#modules/surveys/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeTheme);
  const { theme, factors, count } = await ask(event, viewTheme, { id: event.params.theme });
  return { theme, factors, isEmpty: count.pieces === 0 };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const input = { ...values, id: event.params.theme };
    const form = { values, input, explain: explainSurveyProblem };
    const answer = await submit(event, changeTheme, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The theme is saved.');
    redirect(303, `/p/${event.params.partnership}/need/listening/themes/${event.params.theme}`);
  },
  remove: async (event) => {
    const input = { id: event.params.theme };
    const form = { values: {}, input, explain: explainSurveyProblem };
    const answer = await submit(event, removeTheme, form);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The theme is gone.');
    redirect(303, `/p/${event.params.partnership}/need/listening`);
  }
};
