import { changeMeasureValue, removeMeasureValue, viewValue } from '#modules/improvement/server';
import { dateOf } from '#core/dates';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { submitForm } from '../../../../forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeMeasureValue);
  const { value, measure } = await ask(event, viewValue, { valueId: event.params.value });
  if (measure.id !== event.params.measure) error(404, 'We could not find that page.');
  return { value, measure, today: dateOf(event.locals.world.clock()) };
};

function backTo(event: RequestEvent): never {
  redirect(
    303,
    `/p/${event.params['partnership']}/improvement/measures/${event.params['measure']}`
  );
}

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, changeMeasureValue, values, {
      valueId: event.params.value
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The value is saved.');
    backTo(event);
  },
  remove: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitForm(event, removeMeasureValue, values, {
      valueId: event.params.value
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The value is removed. The history keeps it.');
    backTo(event);
  }
};
