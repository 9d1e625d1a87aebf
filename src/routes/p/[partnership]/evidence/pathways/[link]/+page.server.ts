import { explainEvidenceProblem } from '#modules/evidence';
import { changePathwayLink, removePathwayLink, viewPathwayLink } from '#modules/evidence/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changePathwayLink);
  return ask(event, viewPathwayLink, { id: event.params.link });
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, link } = event.params;
    const input = { ...values, id: link };
    const answer = await submit(event, changePathwayLink, {
      values,
      input,
      explain: explainEvidenceProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The link is saved.');
    redirect(303, `/p/${partnership}/evidence/pathways#own`);
  },
  remove: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, link } = event.params;
    const input = { ...values, id: link };
    const answer = await submit(event, removePathwayLink, {
      values,
      input,
      explain: explainEvidenceProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The link is removed. The published ones stand as before.');
    redirect(303, `/p/${partnership}/evidence/pathways#own`);
  }
};
