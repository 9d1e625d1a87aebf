import { changeConsidered, formOfConsidered, removeConsidered } from '#modules/priorities/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfConsidered, { id: event.params.considered });

export const actions: Actions = {
  save: formAction(changeConsidered, { of: 'considered', to: () => 'priorities' }),
  remove: formAction(removeConsidered, { of: 'considered', to: () => 'priorities' })
};
