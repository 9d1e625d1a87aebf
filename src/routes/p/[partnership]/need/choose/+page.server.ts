import { explainIndicatorProblem } from '#modules/indicators';
import { followIndicators, viewCatalogue } from '#modules/indicators/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, followIndicators);
  return { catalogue: await ask(event, viewCatalogue) };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const explain = explainIndicatorProblem;
    const answer = await submit(event, followIndicators, { values, explain });
    if (!answer.ok) return answer.failure;
    const { followed } = answer.value;
    sayDone(
      event,
      followed === 1 ? 'One indicator is followed.' : `${followed} indicators are followed.`
    );
    redirect(303, `/p/${event.params.partnership}/need`);
  }
};
