import { roundTo } from './rounding.ts';

/** An area to compare with, and its figure for the period in question. */
export type Peer = { readonly code: string; readonly name: string; readonly value: number | null };

/** Fewer than this many areas with a figure make no comparator. */
export const fewestPeers = 5;

/**
 * The plain mean of the statistical neighbours that have a figure, each counting once whatever its size, as the
 * Department for Education's Local Authority Interactive Tool works out its own.
 *
 * Units: those of the figures. Refuses (null): fewer than five neighbours with a figure.
 *
 * @example
 * meanOfNeighbours(ten neighbours, of whom nine have a figure) // { value, areaCount: 9 }
 */
export function meanOfNeighbours(
  peers: readonly Peer[]
): { value: number; areaCount: number } | null {
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
export function middleOfCouncils(
  peers: readonly Peer[]
): { value: number; areaCount: number } | null {
  const values = knownValues(peers).sort((one, other) => one - other);
  if (values.length < fewestPeers) return null;
  const upper = values[Math.floor(values.length / 2)] ?? 0;
  const lower = values[Math.ceil(values.length / 2) - 1] ?? 0;
  return { value: roundTo((lower + upper) / 2, 10), areaCount: values.length };
}

function knownValues(peers: readonly Peer[]): number[] {
  return peers.flatMap((peer) => (peer.value === null ? [] : [peer.value]));
}
