import {
  changeComparatorGroup,
  removeComparatorGroup,
  viewComparatorForm
} from '#modules/indicators/server';
import { ask, readForm, refuseUnlessMay, sayDone } from '#web/page.server';
import { error, redirect } from '@sveltejs/kit';
import { submitIndicator } from '../../beside.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, changeComparatorGroup);
  const { areas, group, last } = await ask(event, viewComparatorForm, { id: event.params.group });
  if (areas === null || group === null) error(404, 'We could not find that page.');
  return { areas, group, last };
};

export const actions: Actions = {
  save: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submitIndicator(event, changeComparatorGroup, values, {
      id: event.params.group
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The group is saved.');
    redirect(303, `/p/${event.params.partnership}/need/comparators`);
  },
  remove: async (event) => {
    const answer = await submitIndicator(
      event,
      removeComparatorGroup,
      {},
      {
        id: event.params.group
      }
    );
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The group is no longer compared with.');
    redirect(303, `/p/${event.params.partnership}/need/comparators`);
  }
};
