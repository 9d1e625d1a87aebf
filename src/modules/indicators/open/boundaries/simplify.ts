import type { Point } from './projection.ts';

/** A closed line around a piece of ground: its last point leads back to the first, which is not repeated. */
export type Ring = readonly Point[];
/** An area with the rings around its pieces (and holes in them). */
export type Outline = { readonly area: string; readonly rings: readonly Ring[] };
export type SimpleOutline = Outline & {
  /** Areas with which a stretch of border is shared. */
  readonly touches: readonly string[];
};

/**
 * Outlines with fewer points, no point of a border moved by more than the tolerance. A border that two areas share is
 * simplified once for both, so that neither gap nor overlap opens between them; corners where three areas meet stay.
 *
 * Units: metres. Pieces smaller than `leastPiece` square metres are left out, the largest piece of an area never.
 * Assumes: neighbours share the very points of their border, as boundaries cut from one set do.
 * Source: Douglas and Peucker (1973), Cartographica 10(2), 112–122, for each stretch between two corners.
 */
export function simplified(
  outlines: readonly Outline[],
  tolerance: number,
  leastPiece: number
): SimpleOutline[] {
  const corners = cornersOf(outlines);
  const known = new Map<string, readonly Point[]>();
  const owners = new Map<string, Set<string>>();
  const drawn = outlines.map((outline) => {
    const rings = outline.rings.map((ring) => ({ ring, size: Math.abs(areaOf(ring)) }));
    const largest = Math.max(...rings.map(({ size }) => size));
    const kept = rings.filter(({ size }) => size >= leastPiece || size === largest);
    return {
      area: outline.area,
      rings: kept.map(({ ring }) => {
        const stretches = stretchesOf(ring, corners);
        const points = stretches.flatMap((stretch) => {
          const { key, isReversed } = directionOf(stretch);
          owners.set(key, (owners.get(key) ?? new Set()).add(outline.area));
          const one = isReversed ? [...stretch].reverse() : stretch;
          const simple = known.get(key) ?? thinned(one, tolerance);
          known.set(key, simple);
          return (isReversed ? [...simple].reverse() : simple).slice(0, -1);
        });
        // What became a line is drawn as it was: an island has an outline, however small.
        return points.length < 3 ? ring : points;
      })
    };
  });
  const touching = new Map<string, Set<string>>();
  for (const sharers of owners.values()) {
    for (const area of sharers) {
      const found = touching.get(area) ?? new Set<string>();
      for (const other of sharers) if (other !== area) found.add(other);
      touching.set(area, found);
    }
  }
  return drawn.map((outline) => ({
    ...outline,
    touches: [...(touching.get(outline.area) ?? [])].sort()
  }));
}

const keyOf = ([east, north]: Point) => `${east},${north}`;

/** Points where the borders of areas part: those with other than two different neighbours among the points. */
function cornersOf(outlines: readonly Outline[]): ReadonlySet<string> {
  const beside = new Map<string, Set<string>>();
  for (const { rings } of outlines) {
    for (const ring of rings) {
      for (const [index, point] of ring.entries()) {
        const found = beside.get(keyOf(point)) ?? new Set<string>();
        for (const step of [-1, 1]) {
          const other = ring.at((index + step) % ring.length);
          if (other !== undefined) found.add(keyOf(other));
        }
        beside.set(keyOf(point), found);
      }
    }
  }
  return new Set([...beside].flatMap(([key, found]) => (found.size === 2 ? [] : [key])));
}

/** A ring cut at its corners into stretches, each with both of its ends; a ring without corners is one, begun anywhere. */
function stretchesOf(ring: Ring, corners: ReadonlySet<string>): Point[][] {
  const first = ring.findIndex((point) => corners.has(keyOf(point)));
  const start = first === -1 ? lowest(ring) : first;
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const [begin] = turned;
  if (begin === undefined) return [];
  const stretches: Point[][] = [];
  let stretch: Point[] = [begin];
  for (const point of [...turned.slice(1), begin]) {
    stretch.push(point);
    if (point === begin || corners.has(keyOf(point))) {
      stretches.push(stretch);
      stretch = [point];
    }
  }
  return stretches;
}

/** Where a ring without corners is begun: the same point whichever way round it is given. */
function lowest(ring: Ring): number {
  let best = 0;
  for (const [index, point] of ring.entries()) {
    const least = ring[best] ?? point;
    if (point[0] < least[0] || (point[0] === least[0] && point[1] < least[1])) best = index;
  }
  return best;
}

/** A stretch under one name whichever way it is walked. */
function directionOf(stretch: readonly Point[]): { key: string; isReversed: boolean } {
  const forward = stretch.map(keyOf).join(' ');
  const backward = [...stretch].reverse().map(keyOf).join(' ');
  return forward <= backward
    ? { key: forward, isReversed: false }
    : { key: backward, isReversed: true };
}

function thinned(stretch: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (first === undefined || last === undefined || stretch.length < 3) return stretch;
  let [furthest, most] = [0, -1];
  for (const [index, point] of stretch.entries()) {
    const away = distanceTo(point, first, last);
    if (away > most) [furthest, most] = [index, away];
  }
  // A closed stretch is cut at its furthest point, however near: its two ends are one.
  if (most <= tolerance && keyOf(first) !== keyOf(last)) return [first, last];
  if (furthest === 0 || furthest === stretch.length - 1) return [first, last];
  const before = thinned(stretch.slice(0, furthest + 1), tolerance);
  const after = thinned(stretch.slice(furthest), tolerance);
  return [...before.slice(0, -1), ...after];
}

/** How far a point lies from the stretch between two others. */
function distanceTo(point: Point, from: Point, to: Point): number {
  const [across, up] = [to[0] - from[0], to[1] - from[1]];
  const length = across * across + up * up;
  const along =
    length === 0
      ? 0
      : Math.max(
          0,
          Math.min(1, ((point[0] - from[0]) * across + (point[1] - from[1]) * up) / length)
        );
  return Math.hypot(point[0] - from[0] - along * across, point[1] - from[1] - along * up);
}

/** Square metres within a ring; negative when it runs clockwise. */
export function areaOf(ring: Ring): number {
  let twice = 0;
  for (const [index, [east, north]] of ring.entries()) {
    const [nextEast, nextNorth] = ring[(index + 1) % ring.length] ?? [east, north];
    twice += east * nextNorth - nextEast * north;
  }
  return twice / 2;
}
