import { removeDataItem, viewDataItem } from '#modules/needs/server';
import { ask, sayDone, submit } from '#platform/page.server';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewDataItem, { id: event.params.item });

export const actions: Actions = {
  remove: async (event) => {
    const answer = await submit(event, removeDataItem, {
      values: {},
      input: { id: event.params.item },
      explain: () => ''
    });
    if (!answer.ok) return answer.failure;
    sayDone(event, 'The data item is no longer in the register.');
    redirect(303, `/p/${event.params.partnership}/need/governance`);
  }
};
