import { changeAsk, formOfAsk, removeAsk, viewThoseWhoMayList } from '#modules/maps/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await ask(event, formOfAsk, { id: event.params.ask })),
  members: await ask(event, viewThoseWhoMayList)
});

const to = () => 'system/asked';

export const actions: Actions = {
  save: formAction(changeAsk, { of: 'ask', to }),
  remove: formAction(removeAsk, { of: 'ask', to })
};
