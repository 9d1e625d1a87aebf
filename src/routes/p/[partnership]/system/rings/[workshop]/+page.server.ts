import { drawRings } from '#modules/actors';
import {
  addItem,
  carryOver,
  dropNote,
  handWorkshopOver,
  joinWorkshop,
  listNote,
  mergeItem,
  moveWorkshopOn,
  placeItem,
  putDot,
  stopWorkshop,
  takeDot,
  takeOffItem,
  viewWorkshop
} from '#modules/actors/server';
import { ask, formAction } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

const to = ({ params }: { readonly params: { readonly workshop?: string | undefined } }) =>
  `system/rings/${params.workshop}`;
const of = 'workshop' as const;

export const load: PageServerLoad = async (event) => {
  const seen = await ask(event, viewWorkshop, { id: event.params.workshop });
  // What one person listed alone is not to stay in a browser for the next at the same telephone.
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    ...seen,
    drawing: drawRings(seen.workshop.focus, seen.items, {
      isEmptyShown: seen.workshop.step === 'place'
    }),
    /** Where guests type the code. */
    joinAddress: `${event.url.host}/join`
  };
};

export const actions: Actions = {
  join: formAction(joinWorkshop, { of, to }),
  list: formAction(listNote, { of, to }),
  unlist: formAction(dropNote, { of, to }),
  dot: formAction(putDot, { of, to, done: ({ left }) => `Your dot is on it. Dots left: ${left}.` }),
  undot: formAction(takeDot, {
    of,
    to,
    done: ({ left }) => `Your dot is taken back. Dots left: ${left}.`
  }),
  on: formAction(moveWorkshopOn, { of, to }),
  stop: formAction(stopWorkshop, { of, to }),
  leader: formAction(handWorkshopOver, { of, to }),
  merge: formAction(mergeItem, { of, to }),
  off: formAction(takeOffItem, { of, to }),
  add: formAction(addItem, { of, to }),
  place: formAction(placeItem, {
    of,
    to,
    done: ({ name, ring }) => `${name} is in ring ${ring}.`
  }),
  carry: formAction(carryOver, {
    of,
    to: () => 'system/actors',
    done: ({ added, moved }) => `On the map of actors: ${added} new, ${moved} placed anew.`
  })
};
