import { explainEvidenceProblem } from '#modules/evidence';
import { changePathwayLink, removePathwayLink, viewPathwayLink } from '#modules/evidence/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { permissions } = await event.parent();
  const view = await ask(event, viewPathwayLink, { id: event.params.link });
  if (!permissions.includes('evidence:edit')) {
    error(403, { message: 'Your role here does not let you change this link.' });
  }
  return view;
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
