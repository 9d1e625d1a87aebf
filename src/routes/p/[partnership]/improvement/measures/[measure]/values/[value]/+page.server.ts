import { changeMeasureValue, removeMeasureValue, viewValue } from '#modules/improvement/server';
import { dateOf } from '#core/dates';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeMeasureValue);
  const { value, measure } = await ask(event, viewValue, { valueId: event.params.value });
  if (measure.id !== event.params.measure) error(404, 'We could not find that page.');
  return { value, measure, today: dateOf(event.locals.world.clock()) };
};

const to = ({ params }: { params: { measure: string } }) =>
  `improvement/measures/${params.measure}`;

export const actions: Actions = {
  save: formAction(changeMeasureValue, { with: ({ params }) => ({ valueId: params.value }), to }),
  remove: formAction(removeMeasureValue, { with: ({ params }) => ({ valueId: params.value }), to })
};
