import { addComparatorGroup, viewComparatorForm } from '#modules/indicators/server';
import { ask, formAction } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { areas } = await ask(event, viewComparatorForm);
  if (areas === null) error(404, 'We could not find that page.');
  return { areas };
};

export const actions: Actions = {
  default: formAction(addComparatorGroup, { to: () => 'need/comparators' })
};
