import { addPaper, blankPaper } from '#modules/decisions/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankPaper);

export const actions: Actions = {
  default: formAction(addPaper, { to: () => 'plan/papers' })
};
