import { explainSurveyProblem } from '#modules/surveys';
import { addTheme, viewThemes } from '#modules/surveys/server';
import { isUuid } from '#platform/ids';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addTheme);
  const { factors } = await ask(event, viewThemes);
  return { factors };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addTheme, { values, explain: explainSurveyProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The theme is added.');
    const listening = `/p/${event.params.partnership}/need/listening`;
    // Whoever came from a note goes back to it, to tick the sentences.
    const from = event.url.searchParams.get('from') ?? '';
    redirect(
      303,
      isUuid(from) ? `${listening}/said/${from}#said` : `${listening}/themes/${answer.value.id}`
    );
  }
};
