import { changeMeasure, formOfMeasure, viewMeasure } from '#modules/improvement/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { record, choices } = await ask(event, formOfMeasure, { id: event.params.measure });
  const { values } = await ask(event, viewMeasure, { measureId: event.params.measure });
  return { record, choices, hasValues: values.length > 0 };
};

export const actions: Actions = {
  save: formAction(changeMeasure, {
    of: 'measure',
    to: ({ params }) => `improvement/measures/${params.measure}`
  })
};
