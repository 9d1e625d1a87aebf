import type { Network } from './types.ts';

/** A link between two places, with the strength of all that were drawn between them. */
export type PlacedLink = { readonly from: number; readonly to: number; readonly weight: number };

/** A neighbour, and how strong the link to it is. */
export type Neighbour = { readonly at: number; readonly weight: number };

/** A network by the places of its nodes: loops dropped, and links drawn twice made one. */
export type Places = {
  readonly count: number;
  readonly links: readonly PlacedLink[];
  readonly loops: number;
  /** Where one gets from each place, in the direction of the links. */
  readonly after: readonly (readonly Neighbour[])[];
  /** From where one gets to each place. The same as `after` where links have no direction. */
  readonly before: readonly (readonly Neighbour[])[];
  /** Whom each place touches, whatever the direction, each once. */
  readonly beside: readonly (readonly number[])[];
};

/**
 * Puts the nodes of a network in places. Links between the same two, in the same direction where there is one, become one whose strength is
 * their sum: without this a program that keeps one of them would lose the others.
 * Assumes: every link names nodes that are there.
 */
export function placesOf(network: Network): Places {
  const place = new Map(network.nodes.map((node, at) => [node, at]));
  const count = network.nodes.length;
  const folded = new Map<number, PlacedLink>();
  let loops = 0;
  for (const { source, target, weight } of network.links) {
    const [from, to] = [place.get(source) ?? -1, place.get(target) ?? -1];
    if (from === to) {
      loops++;
      continue;
    }
    const isTurned = !network.directed && from > to;
    const key = isTurned ? to * count + from : from * count + to;
    const already = folded.get(key);
    folded.set(key, {
      from: already?.from ?? from,
      to: already?.to ?? to,
      weight: (already?.weight ?? 0) + (network.weighted ? weight : 1)
    });
  }
  const links = [...folded.values()].map((link) =>
    network.weighted ? link : { ...link, weight: 1 }
  );
  const empty = (): Neighbour[][] => Array.from({ length: count }, () => []);
  const [after, before] = [empty(), empty()];
  const beside = Array.from({ length: count }, () => new Set<number>());
  for (const { from, to, weight } of links) {
    after[from]?.push({ at: to, weight });
    before[to]?.push({ at: from, weight });
    if (!network.directed) {
      after[to]?.push({ at: from, weight });
      before[from]?.push({ at: to, weight });
    }
    beside[from]?.add(to);
    beside[to]?.add(from);
  }
  return { count, links, loops, after, before, beside: beside.map((others) => [...others]) };
}
