import { err, ok, type Result } from '#core/result';
import type { Ring } from './types.ts';

export type OutlineProblem =
  | { readonly kind: 'not-geojson' }
  | { readonly kind: 'no-outline' }
  | { readonly kind: 'not-in-degrees' }
  | { readonly kind: 'outline-too-fine'; readonly points: number; readonly most: number };

/** More would make every map of the place heavy to send, and no screen could show them. */
const mostOutlinePoints = 5000;

type Json = { readonly [name: string]: unknown };
const isObject = (given: unknown): given is Json => typeof given === 'object' && given !== null;

/**
 * The boundary of a place from GeoJSON: the file's only polygon, or the feature whose properties name `areaCode`.
 * Refuses: what is no GeoJSON; a file without such a polygon; numbers that are no degrees; more than 5,000 points.
 * Source: RFC 7946 (The GeoJSON Format), sections 3.1 and 4.
 */
export function readOutline(
  text: string,
  areaCode: string | null
): Result<readonly Ring[], OutlineProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ kind: 'not-geojson' });
  }
  if (!isObject(json) || typeof json['type'] !== 'string') return err({ kind: 'not-geojson' });
  const features =
    json['type'] === 'FeatureCollection' && Array.isArray(json['features'])
      ? json['features'].filter(isObject)
      : [json];
  const isOurs = (feature: Json) =>
    areaCode !== null &&
    [
      feature['id'],
      ...Object.values(isObject(feature['properties']) ? feature['properties'] : {})
    ].includes(areaCode);
  const chosen = features.find(isOurs) ?? (features.length === 1 ? features[0] : undefined);
  const geometry = isObject(chosen?.['geometry']) ? chosen['geometry'] : chosen;
  const rings = geometry === undefined ? [] : ringsOf(geometry);
  if (rings.length === 0) return err({ kind: 'no-outline' });
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (points > mostOutlinePoints)
    return err({ kind: 'outline-too-fine', points, most: mostOutlinePoints });
  const areDegrees = rings.every((ring) =>
    ring.every(([longitude, latitude]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)
  );
  return areDegrees ? ok(rings) : err({ kind: 'not-in-degrees' });
}

function ringsOf(geometry: Json): Ring[] {
  const { type, coordinates } = geometry;
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
