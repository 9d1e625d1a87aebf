import { explainDeliveryProblem } from '#modules/delivery';
import { addAction, viewPlan } from '#modules/delivery/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addAction);
  const { aims } = await ask(event, viewPlan);
  return { aims, aimId: event.url.searchParams.get('aim') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addAction, {
      values,
      explain: (problem) => ({ field: 'dueOn', sentence: explainDeliveryProblem(problem) })
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The action is in the plan.');
    redirect(303, `/p/${event.params.partnership}/plan/actions/${answer.value.id}`);
  }
};
