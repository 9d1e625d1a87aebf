import { explainDeliveryProblem } from '#modules/delivery';
import { changePlanPriority, removePlanPriority, viewPlan } from '#modules/delivery/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changePlanPriority);
  const { spine, groups, priorities } = await ask(event, viewPlan);
  const priority = priorities.find((one) => one.id === event.params.priority);
  if (priority === undefined) error(404, { message: 'We could not find that page.' });
  return { spine, groups, priority };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const { priorities } = await ask(event, viewPlan);
    const stored = priorities.find((one) => one.id === event.params.priority);
    const answer = await submit(event, changePlanPriority, {
      values,
      // What this form does not show stays as it is.
      input: {
        ...values,
        id: event.params.priority,
        source: stored?.source,
        position: stored?.position
      },
      explain: explainDeliveryProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The priority is saved.');
    redirect(303, `/p/${event.params.partnership}/plan`);
  },
  remove: async (event) => {
    const answer = await submit(event, removePlanPriority, {
      values: {},
      input: { id: event.params.priority },
      explain: explainDeliveryProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The priority is no longer in the plan.');
    redirect(303, `/p/${event.params.partnership}/plan`);
  }
};
