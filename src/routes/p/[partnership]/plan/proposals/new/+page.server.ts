import { addProposal, blankProposal } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, blankProposal);

export const actions: Actions = {
  default: formAction(addProposal, { to: ({ value }) => `plan/proposals/${value.id}` })
};
