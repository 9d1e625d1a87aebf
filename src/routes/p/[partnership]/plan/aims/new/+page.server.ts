import { viewNeed } from '#modules/indicators/server';
import { addAim, blankAim } from '#modules/delivery/server';
import { ask, formAction } from '#web/page.server';
import { figuresOffered } from '../../../figures-offered.ts';
import { fromProposal } from '../../from-proposal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const blank = await ask(event, blankAim);
  return {
    ...blank,
    figures: figuresOffered(await ask(event, viewNeed)),
    start: {
      planPriorityId: event.url.searchParams.get('priority') ?? undefined,
      // Ticked for whoever comes from a factor, or from a priority that is about one: they see it, and so say it.
      factors: event.url.searchParams.getAll('factor'),
      status: 'not-started',
      // A sentence that a survey of settings has begun, for a person to finish.
      title: event.url.searchParams.get('draft')?.slice(0, 300),
      ...fromProposal(event.url.searchParams.get('proposal'), blank.choices)
    }
  };
};

export const actions: Actions = {
  default: formAction(addAim, { to: ({ value }) => `plan/aims/${value.id}` })
};
