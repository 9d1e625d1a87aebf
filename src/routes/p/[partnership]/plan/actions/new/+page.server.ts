import { addAction, blankAction } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import { fromProposal } from '../../from-proposal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const blank = await ask(event, blankAction);
  return {
    ...blank,
    start: {
      aimId: event.url.searchParams.get('aim') ?? undefined,
      status: 'not-started',
      // Whoever comes from a proposal that went ahead begins with its words.
      ...fromProposal(event.url.searchParams.get('proposal'), blank.choices)
    }
  };
};

export const actions: Actions = {
  default: formAction(addAction, { to: ({ value }) => `plan/actions/${value.id}` })
};
