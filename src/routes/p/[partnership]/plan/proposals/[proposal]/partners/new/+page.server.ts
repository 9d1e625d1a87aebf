import { addPartner, blankPartner } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, blankPartner, { proposalId: event.params.proposal });

export const actions: Actions = {
  default: formAction(addPartner, {
    with: ({ params }) => ({ proposalId: params.proposal }),
    to: ({ params }) => `plan/proposals/${params.proposal}`
  })
};
