import { changeMeasure, viewMeasure } from '#modules/improvement/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { redirect } from '@sveltejs/kit';
import { submitForm } from '../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeMeasure);
  const { measure, values } = await ask(event, viewMeasure, { measureId: event.params.measure });
  return { measure, hasValues: values.length > 0 };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, changeMeasure, values, {
      measureId: event.params.measure
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The measure is saved.');
    redirect(303, `/p/${event.params.partnership}/improvement/measures/${event.params.measure}`);
  }
};
