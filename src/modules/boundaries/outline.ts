import {
  geoJsonSentence,
  readGeoJson,
  type GeoFeature,
  type GeoJsonProblem
} from '#core/geojson-in';
import { err, ok, type Result } from '#core/result';

/** A closed line of `[longitude, latitude]`, WGS 84. */
export type OutlineRing = readonly (readonly [longitude: number, latitude: number])[];

export type OutlineProblem =
  | Exclude<GeoJsonProblem, { readonly kind: 'axes-to-tell' }>
  | { readonly kind: 'wrong-order' }
  | { readonly kind: 'no-area' }
  /** A point with a radius, or a type that GeoJSON does not have. */
  | { readonly kind: 'circle' }
  | { readonly kind: 'not-closed'; readonly ring: number }
  | { readonly kind: 'too-short'; readonly ring: number }
  /** All its positions lie on one line. */
  | { readonly kind: 'encloses-nothing'; readonly ring: number }
  | {
      readonly kind: 'crosses-itself';
      readonly ring: number;
      readonly longitude: number;
      readonly latitude: number;
    }
  | { readonly kind: 'outside'; readonly longitude: number; readonly latitude: number }
  | { readonly kind: 'too-many-points'; readonly points: number; readonly most: number };

const mostPoints = 5000;
/** Around the United Kingdom with its islands and its waters, in degrees. */
const kingdom = { west: -9, east: 3, south: 49, north: 61.5 };

/**
 * The outline of a boundary from GeoJSON: every polygon of the document together.
 * Refuses: what is no GeoJSON of WGS 84; latitude before longitude; a document without a polygon; a circle; a ring that does not end
 * where it began, has fewer than four positions, encloses nothing or crosses itself; a point outside the United Kingdom; more than 5,000 points.
 * Source: RFC 7946, sections 3.1.1, 3.1.6 and 4.
 */
export function readBoundaryOutline(text: string): Result<readonly OutlineRing[], OutlineProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ kind: 'not-geojson' });
  }
  const read = readGeoJson(json, { isLatitudeFirst: false, most: 1000 });
  if (!read.ok) {
    return read.error.kind === 'axes-to-tell' ? err({ kind: 'wrong-order' }) : err(read.error);
  }
  const rings = read.value.flatMap(({ type, coordinates }) => ringsOf(type, coordinates));
  if (rings.length === 0) {
    return err({ kind: read.value.some(isCircle) ? 'circle' : 'no-area' });
  }
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (points > mostPoints) return err({ kind: 'too-many-points', points, most: mostPoints });
  for (const [index, ring] of rings.entries()) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (first === undefined || last === undefined || ring.length < 4) {
      return err({ kind: 'too-short', ring: index + 1 });
    }
    if (first[0] !== last[0] || first[1] !== last[1]) {
      return err({ kind: 'not-closed', ring: index + 1 });
    }
    const far = ring.find(
      ([x, y]) => x < kingdom.west || x > kingdom.east || y < kingdom.south || y > kingdom.north
    );
    if (far !== undefined) return err({ kind: 'outside', longitude: far[0], latitude: far[1] });
    // Before the area: the two halves of a bow tie may cancel each other out.
    const crossing = crossingOf(ring);
    if (crossing !== null) {
      const [longitude, latitude] = crossing;
      return err({ kind: 'crosses-itself', ring: index + 1, longitude, latitude });
    }
    if (doubleArea(ring) === 0) return err({ kind: 'encloses-nothing', ring: index + 1 });
  }
  return ok(rings);
}

/** Whether a feature means a circle: programs write a type of their own, or a point with a radius. */
const isCircle = ({ type, properties }: GeoFeature): boolean =>
  /^circle$/i.test(type) ||
  (type === 'Point' && Object.keys(properties).some((name) => /radius/i.test(name)));

type Point = OutlineRing[number];

/** Above nothing where `c` lies left of the way from `a` to `b`, below nothing where it lies right; the further, the more. */
const side = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Twice the area within a ring in square degrees, measured from its first position so that a line gives nothing but rounding. */
function doubleArea(ring: OutlineRing): number {
  const [origin = [0, 0]] = ring;
  const area = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? origin;
    const [left, down] = [x - origin[0], y - origin[1]];
    return sum + left * (nextY - origin[1]) - (nextX - origin[0]) * down;
  }, 0);
  // A ten-thousandth of a square metre, far below what a position says.
  return Math.abs(area) < 1e-14 ? 0 : area;
}

/**
 * Where a ring crosses itself, the first time from the west; null where it does not. Stretches that only touch do not cross.
 * Stretches are looked at from west to east, so that each meets only those beside it.
 */
export function crossingOf(ring: OutlineRing): Point | null {
  const stretches = ring
    .slice(1)
    .map((to, index) => {
      const from = ring[index] ?? to;
      return { from, to, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]) };
    })
    .toSorted((one, other) => one.west - other.west);
  for (const [index, one] of stretches.entries()) {
    for (let next = index + 1; next < stretches.length; next += 1) {
      const other = stretches[next];
      if (other === undefined || other.west > one.east) break;
      const [before, after] = [
        side(one.from, one.to, other.from),
        side(one.from, one.to, other.to)
      ];
      const own = side(other.from, other.to, one.from) * side(other.from, other.to, one.to);
      if (before * after < 0 && own < 0) {
        const part = before / (before - after);
        const along = (axis: 0 | 1) =>
          other.from[axis] + part * (other.to[axis] - other.from[axis]);
        return [along(0), along(1)];
      }
    }
  }
  return null;
}

function ringsOf(type: string, coordinates: unknown): OutlineRing[] {
  if (!Array.isArray(coordinates)) return [];
  const polygons: unknown[] =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
  return polygons
    .flatMap((polygon): unknown[] => (Array.isArray(polygon) ? polygon : []))
    .map((ring) =>
      (Array.isArray(ring) ? (ring as unknown[]) : []).flatMap((point): [number, number][] => {
        if (!Array.isArray(point)) return [];
        const [x, y]: unknown[] = point;
        return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : [];
      })
    );
}

const degrees = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** What is wrong with an outline, and what to do now. */
export function outlineSentence(problem: OutlineProblem): string {
  switch (problem.kind) {
    case 'wrong-order':
      return 'Latitude seems to stand before longitude: as it is, the outline lies outside the United Kingdom. In GeoJSON longitude comes first. Turn the two around.';
    case 'no-area':
      return 'There is no area in this GeoJSON. It needs a Polygon or a MultiPolygon; points and lines are no areas.';
    case 'circle':
      return 'GeoJSON has no circles. Draw the outline as a Polygon with as many corners as it needs.';
    case 'encloses-nothing':
      return `Line ${problem.ring} of the outline encloses nothing: all its positions lie on one line.`;
    case 'crosses-itself':
      return `Line ${problem.ring} of the outline crosses itself near ${degrees(problem.longitude)}, ${degrees(problem.latitude)}. Draw it around the area once, without crossing over.`;
    case 'not-closed':
      return `Line ${problem.ring} of the outline is not closed: its last position has to be its first again.`;
    case 'too-short':
      return `Line ${problem.ring} of the outline has fewer than four positions, which encloses nothing.`;
    case 'outside':
      return `The position ${degrees(problem.longitude)}, ${degrees(problem.latitude)} lies outside the United Kingdom. Check the outline; longitude comes first, in degrees.`;
    case 'too-many-points':
      return `The outline has ${problem.points.toLocaleString('en-GB')} points; at most ${problem.most.toLocaleString('en-GB')} can be drawn. Take a generalised outline.`;
    default:
      return geoJsonSentence(problem);
  }
}
