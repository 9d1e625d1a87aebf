import { measureSentences, measuresOf } from '#modules/actors';
import { viewActors } from '#modules/actors/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actors, links } = await ask(event, viewActors);
  const measures = measuresOf(actors, links);
  return {
    sentences: measureSentences(measures),
    actors: measures.actors
      .map(({ actor, ...figures }) => ({ id: actor.id, name: actor.name, ...figures }))
      .toSorted((one, other) => other.between - one.between || other.linkedWith - one.linkedWith),
    pieceCount: measures.pieces.length
  };
};
