import { moveActor, putBackActor, takeOffActor, viewActor } from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

const to = ({ params }: { readonly params: { readonly actor?: string | undefined } }) =>
  `system/actors/${params.actor}`;

export const load: PageServerLoad = (event) => ask(event, viewActor, { id: event.params.actor });

export const actions: Actions = {
  move: formAction(moveActor, {
    of: 'actor',
    to,
    done: ({ name, ring, sector, move }) =>
      move === 'next-sector' ? `${name} is in the sector ${sector}.` : `${name} is in ring ${ring}.`
  }),
  off: formAction(takeOffActor, { of: 'actor', to }),
  back: formAction(putBackActor, { of: 'actor', to })
};
