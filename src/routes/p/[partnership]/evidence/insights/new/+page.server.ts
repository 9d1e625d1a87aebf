import { textOf } from '#core/form-state';
import { explainEvidenceProblem } from '#modules/evidence';
import { addInsight, viewInsights } from '#modules/evidence/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addInsight);
  const { spine } = await ask(event, viewInsights);
  return { spine, wanted: event.url.searchParams.get('factor') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addInsight, { values, explain: explainEvidenceProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'Your note is kept with its factor.');
    const factor = textOf(values, 'factor');
    redirect(303, `/p/${event.params.partnership}/evidence/insights?factor=${factor}`);
  }
};
