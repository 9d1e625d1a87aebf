import { addMeasureValue, viewMeasure } from '#modules/improvement/server';
import { ask, readForm, sayDone } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { measure, project, values, today } = await ask(event, viewMeasure, {
    measureId: event.params.measure
  });
  return { measure, project, today, latest: values.slice(-3).reverse() };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, addMeasureValue, values, {
      measureId: event.params.measure
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The value is added. This is what the measure shows now.');
    redirect(303, `/p/${event.params.partnership}/improvement/measures/${event.params.measure}`);
  }
};
