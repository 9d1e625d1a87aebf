import { changeAsk, formOfAsk, removeAsk } from '#modules/maps/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfAsk, { id: event.params.ask });

const to = () => 'system/asked';

export const actions: Actions = {
  save: formAction(changeAsk, { of: 'ask', to }),
  remove: formAction(removeAsk, { of: 'ask', to })
};
