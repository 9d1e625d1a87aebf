import { addLine, blankLine } from '#modules/resources/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankLine);

export const actions: Actions = {
  default: formAction(addLine, { to: () => 'plan/resources' })
};
