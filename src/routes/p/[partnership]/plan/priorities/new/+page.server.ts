import { explainDeliveryProblem } from '#modules/delivery';
import { addPlanPriority, viewPlan } from '#modules/delivery/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addPlanPriority);
  const { spine, groups } = await ask(event, viewPlan);
  return { spine, groups };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addPlanPriority, {
      values,
      explain: explainDeliveryProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The priority is in the plan. Next: give it an aim.');
    redirect(303, `/p/${event.params.partnership}/plan`);
  }
};
