import { explainIndicatorProblem } from '#modules/indicators';
import { followIndicators, viewCatalogue } from '#modules/indicators/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, followIndicators);
  return { catalogue: await ask(event, viewCatalogue) };
};

export const actions: Actions = {
  default: formAction(followIndicators, {
    to: () => 'need',
    done: ({ followed }) =>
      followed === 1 ? 'One indicator is followed.' : `${followed} indicators are followed.`,
    explain: explainIndicatorProblem
  })
};
