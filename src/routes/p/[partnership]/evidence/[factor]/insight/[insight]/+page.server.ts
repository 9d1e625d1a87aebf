import { explainEvidenceProblem } from '#modules/evidence';
import { changeInsight, removeInsight, viewFactor } from '#modules/evidence/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { permissions } = await event.parent();
  const { spine, factor, insights } = await ask(event, viewFactor, {
    factor: event.params.factor
  });
  const insight = insights.find((each) => each.id === event.params.insight);
  if (insight === undefined) error(404, { message: 'We could not find that page.' });
  if (!permissions.includes('evidence:edit')) {
    error(403, { message: 'Your role here does not let you change this note.' });
  }
  return { spine, factor, insight };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, factor, insight } = event.params;
    const answer = await submit(event, changeInsight, {
      values,
      input: { ...values, factor, id: insight },
      explain: explainEvidenceProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The note is saved.');
    redirect(303, `/p/${partnership}/evidence/${factor}#insights`);
  },
  remove: async (event) => {
    const { values } = await readForm(event.request);
    const { partnership, factor, insight } = event.params;
    const answer = await submit(event, removeInsight, {
      values,
      input: { ...values, id: insight },
      explain: explainEvidenceProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The note is removed.');
    redirect(303, `/p/${partnership}/evidence/${factor}#insights`);
  }
};
