import { explainEvidenceProblem } from '#modules/evidence';
import { addPathwayLink, viewPathways } from '#modules/evidence/server';
import { textOf } from '#core/form-state';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addPathwayLink);
  const { spine } = await ask(event, viewPathways, {});
  return { spine, wanted: event.url.searchParams.get('from') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addPathwayLink, { values, explain: explainEvidenceProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'Your link is among the pathways, dotted.');
    const from = textOf(values, 'from');
    redirect(303, `/p/${event.params.partnership}/evidence/pathways?from=${from}`);
  }
};
