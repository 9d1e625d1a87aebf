import { drawActorMap } from '#modules/actors';
import { moveActor, viewActors } from '#modules/actors/server';
import { ask, formAction, placeOf } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const here = await ask(event, viewActors);
  const { slug } = placeOf(event);
  const drawn = { ...here, focus: here.map?.focus ?? 'Our system' };
  const draw = (size: 'wide' | 'narrow') =>
    drawActorMap(drawn, {
      size,
      colours: 'page',
      hrefOf: ({ id }) => `/p/${slug}/system/actors/${id}`
    });
  return {
    ...here,
    drawing: here.actors.length === 0 ? null : { wide: draw('wide'), narrow: draw('narrow') }
  };
};

export const actions: Actions = {
  move: formAction(moveActor, {
    to: ({ values }) => `system/actors#actor-${String(values['id'])}`,
    done: ({ name, ring, sector, move }) =>
      move === 'next-sector' ? `${name} is in the sector ${sector}.` : `${name} is in ring ${ring}.`
  })
};
