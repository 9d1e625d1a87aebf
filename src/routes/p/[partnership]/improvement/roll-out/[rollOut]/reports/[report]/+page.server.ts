import { correctReport, removeReport, viewReport } from '#modules/rollout/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitRollOut } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, correctReport);
  return ask(event, viewReport, { reportId: event.params.report });
};

export const actions: Actions = {
  correct: async (event) => {
    const { partnership, rollOut, report } = event.params;
    const { values } = await readForm(event.request);
    const { setting } = await ask(event, viewReport, { reportId: report });
    const answer = await submitRollOut(event, correctReport, values, { reportId: report });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'What was said is corrected.');
    redirect(303, `/p/${partnership}/improvement/roll-out/${rollOut}/settings/${setting.id}`);
  },
  remove: async (event) => {
    const { partnership, rollOut, report } = event.params;
    const { setting } = await ask(event, viewReport, { reportId: report });
    const answer = await submitRollOut(event, removeReport, {}, { reportId: report });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'What was said is taken back. The history keeps it.');
    redirect(303, `/p/${partnership}/improvement/roll-out/${rollOut}/settings/${setting.id}`);
  }
};
