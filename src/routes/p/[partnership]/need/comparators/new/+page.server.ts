import { addComparatorGroup, viewComparatorForm } from '#modules/indicators/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import { submitIndicator } from '../../beside.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addComparatorGroup);
  const { areas } = await ask(event, viewComparatorForm);
  if (areas === null) error(404, 'We could not find that page.');
  return { areas };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitIndicator(event, addComparatorGroup, values);
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The group is added. It is among the comparators of every published figure.');
    redirect(303, `/p/${event.params.partnership}/need/comparators`);
  }
};
