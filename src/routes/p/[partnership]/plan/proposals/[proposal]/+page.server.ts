import { decideProposal, viewProposal } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, viewProposal, { id: event.params.proposal });

export const actions: Actions = {
  default: formAction(decideProposal, {
    of: 'proposal',
    to: ({ params }) => `plan/proposals/${params.proposal}`
  })
};
