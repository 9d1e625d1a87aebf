import { explainEvidenceProblem } from '#modules/evidence';
import {
  archiveInsight,
  bringBackInsight,
  changeInsight,
  viewInsight
} from '#modules/evidence/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeInsight);
  const { spine, factor, insight } = await ask(event, viewInsight, { id: event.params.insight });
  if (factor.id !== event.params.factor) error(404, 'We could not find that page.');
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
  archive: (event) => setArchived(event, archiveInsight, 'The note is archived.'),
  bringBack: (event) => setArchived(event, bringBackInsight, 'The note stands again.')
};

async function setArchived(
  event: Parameters<Actions[string]>[0],
  change: typeof archiveInsight | typeof bringBackInsight,
  done: string
) {
  const { values } = await readForm(event.request);
  const { partnership, factor, insight } = event.params;
  const answer = await submit(event, change, {
    values,
    input: { ...values, id: insight },
    explain: explainEvidenceProblem
  });
  if (!answer.ok) return answer.failure;
  sayDone(event, done);
  redirect(303, `/p/${partnership}/evidence/${factor}#insights`);
}
