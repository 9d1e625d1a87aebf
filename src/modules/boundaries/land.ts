import type { OutlineRing } from './outline.ts';

/** Land as parts that together make it up: each part rings, with holes among them. */
export type Land = readonly (readonly OutlineRing[])[];

type Span = readonly [from: number, to: number];

const rows = 200;

/** What of a line of one latitude lies in the land, from west to east, each stretch once. */
function spans(land: Land, latitude: number): Span[] {
  const all = land.flatMap((rings): Span[] => {
    const crossings = rings
      .flatMap((ring) =>
        ring.slice(1).flatMap(([toX, toY], index) => {
          const [fromX, fromY] = ring[index] ?? [toX, toY];
          return fromY > latitude === toY > latitude
            ? []
            : [fromX + ((toX - fromX) * (latitude - fromY)) / (toY - fromY)];
        })
      )
      .toSorted((one, other) => one - other);
    return crossings.flatMap((from, index) => {
      const to = crossings[index + 1];
      return index % 2 === 0 && to !== undefined ? [[from, to] as const] : [];
    });
  });
  const joined: [number, number][] = [];
  for (const [from, to] of all.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

const lengthOf = (some: readonly Span[]): number =>
  some.reduce((sum, [from, to]) => sum + to - from, 0);

/**
 * The proportion of one land that lies within another: 0 to 1; null where the first has none. Measured along 200 lines of latitude, so that it is good to
 * about a hundredth for shapes of an ordinary kind. It is about land, never about how many people live there.
 * Assumes: rings that do not cross themselves; land small enough that a degree of longitude is equally long all over it.
 *
 * @example
 * proportionWithin([[[[0, 0], [2, 0], [2, 1], [0, 1], [0, 0]]]], [[[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]]]) // 0.5
 */
export function proportionWithin(one: Land, other: Land): number | null {
  const latitudes = one.flatMap((rings) => rings.flatMap((ring) => ring.map(([, y]) => y)));
  const [south, north] = latitudes.reduce(
    ([low, high], y) => [Math.min(low, y), Math.max(high, y)],
    [Infinity, -Infinity]
  );
  let [whole, shared] = [0, 0];
  for (let row = 0; row < rows && latitudes.length > 0; row += 1) {
    const latitude = south + ((row + 0.5) * (north - south)) / rows;
    const mine = spans(one, latitude);
    whole += lengthOf(mine);
    const theirs = spans(other, latitude);
    shared += mine.reduce(
      (sum, [from, to]) =>
        sum +
        theirs.reduce(
          (own, span) => own + Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0])),
          0
        ),
      0
    );
  }
  return whole === 0 ? null : shared / whole;
}

/** How much of the land, in words: to the nearest twentieth, as nobody draws boundaries more finely. */
export function partWords(proportion: number): string {
  if (proportion >= 0.999) return 'all';
  if (proportion >= 0.975) return 'nearly all';
  if (proportion < 0.001) return 'none';
  if (proportion < 0.025) return 'hardly any';
  return `about ${Math.round(proportion * 20) * 5}%`;
}
