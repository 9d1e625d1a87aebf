import { changePaper, formOfPaper, removePaper } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, formOfPaper, { id: event.params.paper });

export const actions: Actions = {
  save: formAction(changePaper, { of: 'paper', to: () => 'plan/papers' }),
  remove: formAction(removePaper, { of: 'paper', to: () => 'plan/papers' })
};
