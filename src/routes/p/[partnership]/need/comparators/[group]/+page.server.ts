import {
  changeComparatorGroup,
  removeComparatorGroup,
  viewComparatorForm
} from '#modules/indicators/server';
import { ask, formAction } from '#web/page.server';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { areas, record, last } = await ask(event, viewComparatorForm, { id: event.params.group });
  if (areas === null || record === null) error(404, 'We could not find that page.');
  return { areas, record, last };
};

const to = () => 'need/comparators';

export const actions: Actions = {
  save: formAction(changeComparatorGroup, { of: 'group', to }),
  remove: formAction(removeComparatorGroup, { of: 'group', to })
};
