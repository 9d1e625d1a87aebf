import { changeAsk, formOfAsk, removeAsk } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfAsk, { id: event.params.ask });

export const actions: Actions = {
  save: formAction(changeAsk, { of: 'ask', to: ({ params }) => `plan/asks/${params.ask}` }),
  remove: formAction(removeAsk, { of: 'ask', to: () => 'plan/asks' })
};
