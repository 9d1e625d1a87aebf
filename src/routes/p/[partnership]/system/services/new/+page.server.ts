import { explainServiceProblem } from '#modules/maps';
import { addService, viewServiceWords } from '#modules/maps/server';
import { ask, readForm, refuseUnlessMay, sayDone, submit } from '#web/page.server';
import { textOf } from '#core/form-state';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addService);
  return {
    ...(await ask(event, viewServiceWords)),
    /** The factor whose thread has no service, for whoever comes from there. */
    wanted: event.url.searchParams.get('factor') ?? ''
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const factor = textOf(values, 'factor');
    const factors = factor === '' ? [] : [{ factor, reason: textOf(values, 'reason') }];
    const answer = await submit(event, addService, {
      values,
      input: { ...values, factors },
      explain: explainServiceProblem
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, `${textOf(values, 'name')} is added.`);
    redirect(303, `/p/${event.params.partnership}/system/services/${answer.value.id}`);
  }
};
