import { roundTo } from '../figures/rounding.ts';
import type { FigureStatus } from '../types.ts';

/** An area to compare with, and its figure for the period in question. */
export type Peer = { readonly code: string; readonly name: string; readonly value: number | null };

/** A peer with why its figure is there or not. */
export type PeerFigure = Peer & { readonly status: FigureStatus };

/** Areas whose figures become one: statistical neighbours, all councils of a nation, or a group the partnership chose. */
export type PeerSet = {
  /** "neighbours", "councils", or the identifier of a group of the partnership's own. */
  readonly id: string;
  readonly kind: 'neighbours' | 'councils' | 'group';
  /** What a group of the partnership's own is called; empty for the others. */
  readonly name: string;
};

/** Fewer than this many areas with a figure make no comparator. */
export const fewestPeers = 5;

/** One figure for several areas, and how many of them it rests on. */
export type PeersFigure = { readonly value: number; readonly areaCount: number };

/**
 * The plain mean of the areas that have a figure, each counting once whatever its size: of statistical neighbours as the
 * Department for Education's Local Authority Interactive Tool works out its own, and in the same way of a group of areas that
 * a partnership chose.
 *
 * Units: those of the figures. Refuses (null): fewer than five areas with a figure.
 *
 * @example
 * meanOfAreas(ten neighbours, of whom nine have a figure) // { value, areaCount: 9 }
 */
export function meanOfAreas(peers: readonly Peer[]): PeersFigure | null {
  const values = knownValues(peers);
  if (values.length < fewestPeers) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return { value: roundTo(sum / values.length, 10), areaCount: values.length };
}

/**
 * The middle figure of all the councils of a nation that have one: half lie at or above it. It stands in where the
 * publisher gives no figure for the nation; it is not the nation's own figure, since large and small count alike.
 *
 * Refuses (null): fewer than five councils with a figure.
 */
export function middleOfCouncils(peers: readonly Peer[]): PeersFigure | null {
  const values = knownValues(peers).sort((one, other) => one - other);
  if (values.length < fewestPeers) return null;
  const upper = values[Math.floor(values.length / 2)] ?? 0;
  const lower = values[Math.ceil(values.length / 2) - 1] ?? 0;
  return { value: roundTo((lower + upper) / 2, 10), areaCount: values.length };
}

/** The one figure of a set: the middle of councils, the mean of any other. */
export function figureOfSet(
  set: Pick<PeerSet, 'kind'>,
  peers: readonly Peer[]
): PeersFigure | null {
  return set.kind === 'councils' ? middleOfCouncils(peers) : meanOfAreas(peers);
}

function knownValues(peers: readonly Peer[]): number[] {
  return peers.flatMap((peer) => (peer.value === null ? [] : [peer.value]));
}
