import { reportTest, viewTest } from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewTest, { testId: event.params.cycle });
  const { partnership, project, cycle } = event.params;
  // One page is for a test of which nothing is recorded yet; a test under way goes on step by step.
  if (view.test.status !== 'planned') {
    redirect(303, `/p/${partnership}/improvement/${project}/cycles/${cycle}`);
  }
  return view;
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, reportTest, values, { testId: event.params.cycle });
    if (!answer.ok) return answer.failure;
    sayDone(
      event,
      'Thank you. The test is complete, and counts as learning whichever way it came out.'
    );
    const { partnership, project, cycle } = event.params;
    redirect(303, `/p/${partnership}/improvement/${project}/cycles/${cycle}`);
  }
};
