import { explainDeliveryProblem } from '#modules/delivery';
import { addAim, viewPlan } from '#modules/delivery/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addAim);
  const { spine, groups, priorities } = await ask(event, viewPlan);
  return { spine, groups, priorities, priorityId: event.url.searchParams.get('priority') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, addAim, { values, explain: explainDeliveryProblem });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The aim is in the plan. Next: say what will be done.');
    redirect(303, `/p/${event.params.partnership}/plan/aims/${answer.value.id}`);
  }
};
