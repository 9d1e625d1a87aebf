import { explainServiceProblem } from '#modules/maps';
import { changeService, viewService } from '#modules/maps/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, changeService);
  return ask(event, viewService, { id: event.params.service });
};

export const actions: Actions = {
  default: async (event) => {
    const { partnership, service } = event.params;
    const { values } = await readForm(event.request);
    const answer = await submit(event, changeService, {
      values,
      input: { ...values, id: service },
      explain: explainServiceProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The service is saved.');
    redirect(303, `/p/${partnership}/system/services/${service}`);
  }
};
