import type { ActorSector } from './kinds.ts';
import { noSectorName } from './labels.ts';
import { readingOrder, type Placed } from './rules.ts';
import { ringEdges } from './ring-edges.ts';

/** A slice of the map; `from` and `to` are turns clockwise from the top, in radians. */
export type Slice = {
  readonly id: string | null;
  readonly name: string;
  readonly from: number;
  readonly to: number;
};

export type PlacedActor<One> = {
  readonly actor: One;
  /** Its number in the list beside the drawing, from 1. */
  readonly number: number;
  readonly x: number;
  readonly y: number;
};

export type MapLayout<One> = {
  /** Pixels: the map is a square. */
  readonly size: number;
  readonly centre: number;
  /** How far from the centre the focus ends, and then each ring. */
  readonly radii: readonly number[];
  readonly slices: readonly Slice[];
  readonly placed: readonly PlacedActor<One>[];
};

/** Marks nearer to one another than this would not be hit by a finger; closer they stand only where a ring is full. */
export const markGap = 26;

/**
 * Where every actor stands on a map of `size` pixels: its ring says how far from the centre, its sector in which slice. Actors of one ring
 * and slice are spread evenly over it, in as many rows as they need. Those without a sector have a slice of their own.
 * The order is `readingOrder`, and the number of each is its place in it.
 *
 * @example
 * layoutActorMap([{ id: 'a', name: 'A', sectorId: null, ring: 1, dots: 0 }], [], 300).placed[0].number // 1
 */
export function layoutActorMap<One extends Placed>(
  actors: readonly One[],
  sectors: readonly Pick<ActorSector, 'id' | 'name'>[],
  size: number
): MapLayout<One> {
  const ordered = readingOrder(actors, sectors);
  const known = new Set(sectors.map(({ id }) => id));
  const sliceIdOf = ({ sectorId }: Placed) =>
    sectorId !== null && known.has(sectorId) ? sectorId : null;
  const hasLoose = sectors.length === 0 || ordered.some((one) => sliceIdOf(one) === null);
  const named = [
    ...sectors.map(({ id, name }) => ({ id, name })),
    ...(hasLoose ? [{ id: null, name: noSectorName }] : [])
  ];
  const turn = (2 * Math.PI) / named.length;
  const slices = named.map((one, at) => ({ ...one, from: at * turn, to: (at + 1) * turn }));
  const centre = size / 2;
  const radii = ringEdges(size);
  const cells = Map.groupBy(ordered, (one) => `${sliceIdOf(one)} ${one.ring}`);
  const places = new Map<string, { x: number; y: number }>();
  for (const cell of cells.values()) {
    const [first] = cell;
    const slice = slices.find(({ id }) => id === (first === undefined ? null : sliceIdOf(first)));
    if (first === undefined || slice === undefined) continue;
    const inner = radii[first.ring - 1] ?? 0;
    const outer = radii[first.ring] ?? inner;
    const spots = spotsIn({ inner, outer, from: slice.from, to: slice.to }, cell.length); // prettier-ignore
    for (const [at, { id }] of cell.entries()) {
      const [radius, angle] = spots[at] ?? [inner, slice.from];
      places.set(id, {
        x: tenth(centre + radius * Math.sin(angle)),
        y: tenth(centre - radius * Math.cos(angle))
      });
    }
  }
  const placed = ordered.map((actor, at) => ({
    actor,
    number: at + 1,
    ...(places.get(actor.id) ?? { x: centre, y: centre })
  }));
  return { size, centre, radii, slices, placed };
}

type Cell = {
  readonly inner: number;
  readonly outer: number;
  readonly from: number;
  readonly to: number;
};

/** So many places in a piece of a ring, row by row from the middle outwards, as radius and turn; none of them on its edge. */
function spotsIn({ inner, outer, from, to }: Cell, count: number): [number, number][] {
  const turn = to - from;
  const room = (radius: number) => Math.max(1, Math.floor((radius * turn) / markGap));
  let rows = 1;
  while (rows < count && capacity(rows) < count && (outer - inner) / (rows + 1) > markGap / 2) {
    rows += 1;
  }
  function radiusOf(row: number, of: number): number {
    return inner + ((row + 0.5) / of) * (outer - inner);
  }
  function capacity(of: number): number {
    return Array.from({ length: of }, (_, row) => room(radiusOf(row, of))).reduce(
      (sum, one) => sum + one,
      0
    );
  }
  // Rows further out are longer and take more of them.
  const whole = Array.from({ length: rows }, (_, row) => radiusOf(row, rows));
  const length = whole.reduce((sum, radius) => sum + radius, 0);
  const spots: [number, number][] = [];
  let left = count;
  let lengthLeft = length;
  for (const radius of whole) {
    const here = Math.min(left, Math.round((left * radius) / lengthLeft));
    for (let at = 0; at < here; at++) spots.push([radius, from + ((at + 0.5) / here) * turn]);
    left -= here;
    lengthLeft -= radius;
  }
  return spots;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
