import { viewStrategyRecords } from '#modules/reports/server';
import { explainStrategyProblem, fillSections } from '#modules/strategy';
import { changeSection, viewSection } from '#modules/strategy/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeSection);
  const view = await ask(event, viewSection, { section: event.params.section });
  const records = await ask(event, viewStrategyRecords);
  return { ...view, lists: fillSections([view.section], [], records)[0]?.lists ?? [] };
};

export const actions: Actions = {
  default: formAction(changeSection, {
    with: ({ params }) => ({ section: params.section }),
    done: 'The section is saved.',
    explain: explainStrategyProblem,
    to: ({ params }) => `strategy#${params.section}`
  })
};
