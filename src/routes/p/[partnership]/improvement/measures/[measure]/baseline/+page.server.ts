import { freezeBaseline, removePhase, startPhase, viewMeasure } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, freezeBaseline);
  const { measure, phases } = await ask(event, viewMeasure, { measureId: event.params.measure });
  return { measure, phases, from: event.url.searchParams.get('from') };
};

function backTo(event: RequestEvent): never {
  redirect(
    303,
    `/p/${event.params['partnership']}/improvement/measures/${event.params['measure']}`
  );
}

export const actions: Actions = {
  freeze: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, freezeBaseline, values, {
      measureId: event.params.measure
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The baseline is saved.');
    backTo(event);
  },
  phase: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, startPhase, values, { measureId: event.params.measure });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The new phase has begun.');
    backTo(event);
  },
  remove: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, removePhase, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The phase is gone. The history keeps it.');
    backTo(event);
  }
};
