import { measureNetwork, readNetwork } from '#modules/networks';
import type { Actor, ActorLink } from './kinds.ts';

type Body = Pick<Actor, 'id' | 'name'>;
type Tie = Pick<ActorLink, 'fromId' | 'toId'>;

/** What is measured of one actor. */
export type ActorMeasures<One extends Body = Body> = {
  readonly actor: One;
  /** With how many others it is linked, whatever the direction. */
  readonly linkedWith: number;
  /** Share of the shortest ways between others that lead through it, 0 to 1. */
  readonly between: number;
  /** The number of others with which each of its closest group is linked at least. */
  readonly core: number;
  /** The piece of the map to which it belongs, from 1, the largest first. */
  readonly piece: number;
};

/** An actor without which what is linked with it falls apart. */
export type Holding<One extends Body = Body> = {
  readonly actor: One;
  /** The pieces that would be left of what is linked now, the largest first. */
  readonly pieces: readonly (readonly One[])[];
};

export type MapMeasures<One extends Body = Body> = {
  readonly actorCount: number;
  /** Pairs of actors that are linked: two links between the same two are one pair. */
  readonly pairCount: number;
  readonly actors: readonly ActorMeasures<One>[];
  /** Pieces of the map that are linked within and not with each other, the largest first; an actor without a link is one. */
  readonly pieces: readonly (readonly One[])[];
  readonly unlinked: readonly One[];
  readonly holding: readonly Holding<One>[];
  /** The most steps that lie between two actors of one piece. */
  readonly mostSteps: number;
};

/**
 * The measures of a map of actors: whoever is linked with whom, direction, strength and type put aside.
 * Assumes: each link joins two of the actors; others are left out.
 * Source: `docs/methods/network-measures.md`.
 */
export function measuresOf<One extends Body>(
  actors: readonly One[],
  links: readonly Tie[]
): MapMeasures<One> {
  const byId = new Map(actors.map((one) => [one.id, one]));
  const here = links.filter(({ fromId, toId }) => byId.has(fromId) && byId.has(toId));
  const read = readNetwork({
    nodes: actors.map(({ id }) => id),
    edges: here.map(({ fromId: source, toId: target }) => ({ source, target }))
  });
  if (!read.ok) throw new Error(`A map of actors is no network: ${read.error.kind}`);
  const measured = measureNetwork(read.value);
  const named = (ids: readonly string[]): One[] => ids.flatMap((id) => byId.get(id) ?? []);
  const pieces = measured.components.map(named);
  const pieceOf = new Map(pieces.flatMap((piece, at) => piece.map(({ id }) => [id, at + 1])));
  const beside = neighbours(here);
  return {
    actorCount: measured.nodeCount,
    pairCount: measured.edgeCount,
    actors: actors.map((actor) => ({
      actor,
      linkedWith: measured.degree[actor.id] ?? 0,
      between: measured.betweenness[actor.id] ?? 0,
      core: measured.coreNumber[actor.id] ?? 0,
      piece: pieceOf.get(actor.id) ?? 0
    })),
    pieces,
    unlinked: actors.filter(({ id }) => (measured.degree[id] ?? 0) === 0),
    holding: named(measured.articulationPoints)
      .map((actor) => ({ actor, pieces: piecesWithout(actor.id, beside).map(named) }))
      .toSorted(
        (one, other) =>
          other.pieces.length - one.pieces.length ||
          (measured.betweenness[other.actor.id] ?? 0) - (measured.betweenness[one.actor.id] ?? 0)
      ),
    mostSteps: measured.diameter
  };
}

function neighbours(links: readonly Tie[]): ReadonlyMap<string, ReadonlySet<string>> {
  const beside = new Map<string, Set<string>>();
  const join = (one: string, other: string) => {
    const known = beside.get(one) ?? new Set();
    beside.set(one, known.add(other));
  };
  for (const { fromId, toId } of links) {
    if (fromId === toId) continue;
    join(fromId, toId);
    join(toId, fromId);
  }
  return beside;
}

/** What is left of the piece around an actor once it is gone: its pieces, the largest first. */
function piecesWithout(
  gone: string,
  beside: ReadonlyMap<string, ReadonlySet<string>>
): readonly (readonly string[])[] {
  const met = new Set([gone]);
  const pieces: string[][] = [];
  for (const start of beside.get(gone) ?? []) {
    if (met.has(start)) continue;
    met.add(start);
    const piece = [start];
    // The list grows while it is walked.
    for (const at of piece) {
      for (const other of beside.get(at) ?? []) {
        if (met.has(other)) continue;
        met.add(other);
        piece.push(other);
      }
    }
    pieces.push(piece);
  }
  return pieces.toSorted((one, other) => other.length - one.length);
}
