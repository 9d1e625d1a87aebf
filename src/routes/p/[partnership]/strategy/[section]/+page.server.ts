import { viewStrategyRecords } from '#modules/reports/server';
import { explainStrategyProblem, fillSections } from '#modules/strategy';
import { changeSection, viewSection } from '#modules/strategy/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeSection);
  const view = await ask(event, viewSection, { section: event.params.section });
  const records = await ask(event, viewStrategyRecords);
  return { ...view, lists: fillSections([view.section], [], records)[0]?.lists ?? [] };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, section } = event.params;
    const answer = await submit(event, changeSection, {
      values,
      input: { ...values, section },
      explain: explainStrategyProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The section is saved.');
    redirect(303, `/p/${partnership}/strategy#${section}`);
  }
};
