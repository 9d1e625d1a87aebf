import { explainDeliveryProblem } from '#modules/delivery';
import { reportProgress, viewAction } from '#modules/delivery/server';
import { viewProjectsFor } from '#modules/improvement/server';
import { ask, readForm, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, viewAction, { id: event.params.action })),
  projects: await ask(event, viewProjectsFor, { planRecordId: event.params.action })
});

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, reportProgress, {
      values,
      input: { ...values, id: event.params.action },
      explain: explainDeliveryProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The progress is saved.');
    redirect(303, `/p/${event.params.partnership}/plan/actions/${event.params.action}`);
  }
};
