import { removeDataItem, viewDataItem } from '#modules/needs/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewDataItem, { id: event.params.item });

export const actions: Actions = {
  remove: formAction(removeDataItem, { of: 'item', to: () => 'need/governance' })
};
