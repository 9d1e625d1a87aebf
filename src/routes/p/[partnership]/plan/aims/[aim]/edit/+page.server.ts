import { explainDeliveryProblem } from '#modules/delivery';
import { changeAim, removeAim, viewAim } from '#modules/delivery/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, changeAim);
  return ask(event, viewAim, { id: event.params.aim });
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const { aim } = await ask(event, viewAim, { id: event.params.aim });
    const answer = await submit(event, changeAim, {
      values,
      // What this form does not show stays as it is.
      input: {
        ...values,
        id: aim.id,
        number: aim.number,
        dueAsWritten: aim.dueAsWritten,
        source: aim.source,
        position: aim.position
      },
      explain: explainDeliveryProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The aim is saved.');
    redirect(303, `/p/${event.params.partnership}/plan/aims/${event.params.aim}`);
  },
  remove: async (event) => {
    const answer = await submit(event, removeAim, {
      values: {},
      input: { id: event.params.aim },
      explain: explainDeliveryProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The aim is no longer in the plan.');
    redirect(303, `/p/${event.params.partnership}/plan`);
  }
};
