import { testProposal, viewProposal } from '#modules/cooperation/server';
import { ask, formAction, refuseUnlessMay } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, testProposal);
  return ask(event, viewProposal, { id: event.params.proposal });
};

export const actions: Actions = {
  default: formAction(testProposal, {
    with: ({ params }) => ({ proposalId: params.proposal }),
    to: ({ params }) => `plan/proposals/${params.proposal}`
  })
};
