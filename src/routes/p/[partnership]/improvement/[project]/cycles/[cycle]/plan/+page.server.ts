import { changePlan, viewTest } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changePlan);
  const { test, project, knownConditions } = await ask(event, viewTest, {
    testId: event.params.cycle
  });
  return { test, project, knownConditions };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, changePlan, values, { testId: event.params.cycle });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The plan is saved.');
    const { partnership, project, cycle } = event.params;
    redirect(303, `/p/${partnership}/improvement/${project}/cycles/${cycle}`);
  }
};
