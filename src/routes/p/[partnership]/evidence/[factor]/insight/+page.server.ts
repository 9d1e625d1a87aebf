import { explainEvidenceProblem } from '#modules/evidence';
import { addInsight, viewFactor } from '#modules/evidence/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addInsight);
  const { spine, factor } = await ask(event, viewFactor, { factor: event.params.factor });
  return { spine, factor };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, factor } = event.params;
    const answer = await submit(event, addInsight, {
      values,
      input: { ...values, factor },
      explain: explainEvidenceProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'Your note is kept with this factor.');
    redirect(303, `/p/${partnership}/evidence/${factor}#insights`);
  }
};
