import { changeMeasure, viewMeasure } from '#modules/improvement/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeMeasure);
  const { measure, values } = await ask(event, viewMeasure, { measureId: event.params.measure });
  return { record: measure, hasValues: values.length > 0 };
};

export const actions: Actions = {
  save: formAction(changeMeasure, {
    of: 'measure',
    to: ({ params }) => `improvement/measures/${params.measure}`
  })
};
