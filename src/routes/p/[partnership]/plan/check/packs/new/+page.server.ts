import { addPack, blankPack } from '#modules/checks/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankPack);

export const actions: Actions = {
  default: formAction(addPack, { to: ({ value }) => `plan/check/${value.id}` })
};
