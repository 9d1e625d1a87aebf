/** GeoJSON (RFC 7946): places as other programs of maps read them. Longitude before latitude, degrees of WGS 84. */

export type Position = readonly [longitude: number, latitude: number];
export type GeoRing = readonly Position[];

type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly GeoRing[])[] };

export type Feature = {
  readonly type: 'Feature';
  readonly id?: string;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
};

export const featureCollection = (features: readonly Feature[]) =>
  ({ type: 'FeatureCollection', features }) as const;

/**
 * Something that lies at a point. Without a point it keeps its place in the file with no geometry (section 3.2), so that nothing is
 * lost from a list that is taken away.
 */
export function pointFeature(
  id: string,
  at: { readonly longitude: number | null; readonly latitude: number | null },
  properties: Readonly<Record<string, unknown>>
): Feature {
  const { longitude, latitude } = at;
  const geometry =
    longitude === null || latitude === null
      ? null
      : ({ type: 'Point', coordinates: [longitude, latitude] } as const);
  return { type: 'Feature', id, geometry, properties };
}

/**
 * Rings as polygons: a ring that lies within another is a hole in it. Outer rings run anticlockwise and holes clockwise (the
 * right-hand rule, section 3.1.6), and each is closed.
 * Assumes: rings do not cross each other, and none crosses the line of dates.
 *
 * @example
 * polygonsOf([[[0, 0], [0, 1], [1, 1], [0, 0]]]) // [[[[0, 0], [1, 1], [0, 1], [0, 0]]]]
 */
export function polygonsOf(rings: readonly GeoRing[]): readonly (readonly GeoRing[])[] {
  const closed = rings.filter((ring) => ring.length >= 3).map(closedRing);
  const around = closed.map((ring) =>
    closed.filter((other) => other !== ring && ring[0] !== undefined && isWithin(ring[0], other))
  );
  return closed.flatMap((ring, index) => {
    if ((around[index]?.length ?? 0) % 2 === 1) return [];
    const depth = around[index]?.length ?? 0;
    const holes = closed.filter(
      (other, at) => around[at]?.length === depth + 1 && around[at].includes(ring)
    );
    return [[turned(ring, 1), ...holes.map((hole) => turned(hole, -1))]];
  });
}

export function areaFeature(
  id: string,
  rings: readonly GeoRing[],
  properties: Readonly<Record<string, unknown>>
): Feature {
  const coordinates = polygonsOf(rings);
  return { type: 'Feature', id, geometry: { type: 'MultiPolygon', coordinates }, properties };
}

function closedRing(ring: GeoRing): GeoRing {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return ring;
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

/** Twice the area within a ring in square degrees: above nothing where it runs anticlockwise. */
function doubleArea(ring: GeoRing): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

const turned = (ring: GeoRing, way: 1 | -1): GeoRing =>
  Math.sign(doubleArea(ring)) === -way ? ring.toReversed() : ring;

/** Whether a line from the point to the east crosses the ring an odd number of times. */
function isWithin([x, y]: Position, ring: GeoRing): boolean {
  return ring.reduce((inside, [fromX, fromY], index) => {
    const [toX, toY] = ring[(index + 1) % ring.length] ?? [fromX, fromY];
    const crosses =
      fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX;
    return crosses ? !inside : inside;
  }, false);
}
