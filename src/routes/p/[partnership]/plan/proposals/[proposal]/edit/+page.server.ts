import { changeProposal, formOfProposal, removeProposal } from '#modules/cooperation/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  ask(event, formOfProposal, { id: event.params.proposal });

export const actions: Actions = {
  save: formAction(changeProposal, {
    of: 'proposal',
    to: ({ params }) => `plan/proposals/${params.proposal}`
  }),
  remove: formAction(removeProposal, { of: 'proposal', to: () => 'plan/proposals' })
};
