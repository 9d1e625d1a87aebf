import { readGeoJson, type GeoFeature, type GeoJsonProblem } from '#core/geojson-in';
import { err, ok, type Result } from '#core/result';
import type { Ring } from './types.ts';

export type OutlineProblem =
  | GeoJsonProblem
  | { readonly kind: 'no-outline' }
  | { readonly kind: 'outline-too-fine'; readonly points: number; readonly most: number };

/** More would make every map of the place heavy to send, and no screen could show them. */
const mostOutlinePoints = 5000;

/**
 * The boundary of a place from GeoJSON: the file's only polygon, or the feature of which a property or the identifier is the place's
 * code, or else its name.
 * Refuses: what is no GeoJSON of WGS 84 (`readGeoJson`); a file without such a polygon; more than 5,000 points.
 * Source: RFC 7946 (The GeoJSON Format), sections 3.1 and 4.
 */
export function readOutline(
  text: string,
  place: { readonly areaCode: string | null; readonly name: string },
  isLatitudeFirst = false
): Result<readonly Ring[], OutlineProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ kind: 'not-geojson' });
  }
  const read = readGeoJson(json, { isLatitudeFirst, most: mostFeatures });
  if (!read.ok) return read;
  const areas = read.value.filter(({ type }) => ['Polygon', 'MultiPolygon'].includes(type));
  const says = (wanted: string | null) => (feature: GeoFeature) =>
    wanted !== null &&
    [feature.id, ...Object.values(feature.properties)].some(
      (said) => typeof said === 'string' && plainly(said) === plainly(wanted)
    );
  const named = areas.filter(says(place.name));
  const chosen =
    areas.find(says(place.areaCode)) ??
    (areas.length === 1 ? areas[0] : undefined) ??
    (named.length === 1 ? named[0] : undefined);
  const rings = chosen === undefined ? [] : ringsOf(chosen);
  if (rings.length === 0) return err({ kind: 'no-outline' });
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  return points > mostOutlinePoints
    ? err({ kind: 'outline-too-fine', points, most: mostOutlinePoints })
    : ok(rings);
}

const plainly = (text: string): string => text.trim().toLowerCase();
/** Every council of the United Kingdom many times over. */
const mostFeatures = 10_000;

function ringsOf({ type, coordinates }: GeoFeature): Ring[] {
  if (!Array.isArray(coordinates)) return [];
  const polygons: unknown[] =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
  return polygons
    .flatMap((polygon): unknown[] => (Array.isArray(polygon) ? polygon : []))
    .map(ringOf)
    .filter((ring) => ring.length >= 4);
}

function ringOf(given: unknown): Ring {
  if (!Array.isArray(given)) return [];
  return given.flatMap((point: unknown): [number, number][] => {
    if (!Array.isArray(point)) return [];
    const [longitude, latitude]: unknown[] = point;
    return typeof longitude === 'number' && typeof latitude === 'number'
      ? [[longitude, latitude]]
      : [];
  });
}
