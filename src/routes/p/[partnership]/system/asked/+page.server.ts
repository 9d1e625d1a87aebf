import { addAsk, viewAsks, viewThoseWhoMayList } from '#modules/maps/server';
import { ask, formAction, placeOf } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asks = await ask(event, viewAsks);
  const mayEdit = placeOf(event).permissions.includes('services:edit');
  return {
    asks,
    members: mayEdit ? await ask(event, viewThoseWhoMayList) : [],
    /** The organisation that a link proposes to ask. */
    proposed: event.url.searchParams.get('organisation') ?? ''
  };
};

export const actions: Actions = {
  default: formAction(addAsk, { to: () => 'system/asked' })
};
