import { readGeoJson, type GeoFeature, type GeoJsonProblem } from '#core/geojson-in';
import { err, ok, type Result } from '#core/result';
import type { AreaOutline, Ring } from './types.ts';

export type OutlineProblem =
  | GeoJsonProblem
  | { readonly kind: 'no-outline' }
  | { readonly kind: 'outline-too-fine'; readonly points: number; readonly most: number }
  | { readonly kind: 'no-areas' }
  | { readonly kind: 'too-many-areas'; readonly areas: number; readonly most: number }
  /** No property can be told to hold the names; these are there. */
  | { readonly kind: 'names-to-tell'; readonly properties: readonly string[] }
  | { readonly kind: 'area-twice'; readonly name: string }
  | { readonly kind: 'area-without-name'; readonly feature: number };

/** More would make every map of the place heavy to send, and no screen could show them. */
const mostOutlinePoints = 5000;
/** Of all areas together. */
const mostAreaPoints = 10_000;
const mostAreas = 300;

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
  const read = polygonsIn(text, isLatitudeFirst);
  if (!read.ok) return read;
  const areas = read.value;
  const says = (wanted: string | null) => (feature: GeoFeature) =>
    wanted !== null &&
    [feature.id, ...Object.values(feature.properties)].some(
      (said) => typeof said === 'string' && plainly(said) === plainly(wanted)
    );
  const named = areas.filter(says(place.name));
  const chosen =
    areas.find(({ properties }) => properties[outlineMark] === true) ??
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

/** What our own file says of the outline of the place, beside areas within it. */
export const outlineMark = 'Outline';

function polygonsIn(
  text: string,
  isLatitudeFirst: boolean
): Result<readonly GeoFeature[], OutlineProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ kind: 'not-geojson' });
  }
  const read = readGeoJson(json, { isLatitudeFirst, most: mostFeatures });
  if (!read.ok) return read;
  return ok(read.value.filter(({ type }) => ['Polygon', 'MultiPolygon'].includes(type)));
}

/**
 * The boundaries of areas from GeoJSON, each by its name. Of a file of many places those are taken that say the code of this one, where some do
 * and some do not. `names` is the property with the names, where somebody says which; else the first that is called so and differs in
 * every area, such as `name` or `WD24NM`; codes are taken from a property that is called one, such as `WD24CD`.
 * Refuses: what is no GeoJSON of WGS 84 (`readGeoJson`); no area; names that cannot be told, are missing or come twice; more than 300 areas
 * or 10,000 points in all.
 */
export function readAreaOutlines(
  text: string,
  place: { readonly areaCode: string | null },
  {
    names = '',
    isLatitudeFirst = false
  }: { readonly names?: string; readonly isLatitudeFirst?: boolean } = {}
): Result<{ readonly areas: readonly AreaOutline[]; readonly elsewhere: number }, OutlineProblem> {
  const read = polygonsIn(text, isLatitudeFirst);
  if (!read.ok) return read;
  const all = read.value.filter(({ properties }) => properties[outlineMark] !== true);
  const code = place.areaCode;
  const here = code === null ? [] : all.filter(({ properties }) => Object.values(properties).some((said) => said === code)); // prettier-ignore
  const chosen = here.length > 0 ? here : all;
  if (chosen.length === 0) return err({ kind: 'no-areas' });
  if (chosen.length > mostAreas) {
    return err({ kind: 'too-many-areas', areas: chosen.length, most: mostAreas });
  }
  const properties = [...new Set(chosen.flatMap((one) => Object.keys(one.properties)))];
  const named = names === '' ? nameProperty(chosen, properties) : names;
  if (named === null || !properties.includes(named)) {
    return err({ kind: 'names-to-tell', properties });
  }
  const codes = properties.find((name) => codeForm.test(name) && differs(chosen, name)) ?? null;
  const areas: AreaOutline[] = [];
  const seen = new Set<string>();
  for (const [index, feature] of chosen.entries()) {
    const name = textIn(feature, named).slice(0, 200);
    if (name === '') return err({ kind: 'area-without-name', feature: index + 1 });
    if (seen.has(plainly(name))) return err({ kind: 'area-twice', name });
    seen.add(plainly(name));
    const rings = ringsOf(feature);
    if (rings.length === 0) continue;
    areas.push({ name, code: codes === null ? null : textIn(feature, codes), rings });
  }
  if (areas.length === 0) return err({ kind: 'no-areas' });
  const points = areas.flatMap(({ rings }) => rings).reduce((sum, ring) => sum + ring.length, 0);
  return points > mostAreaPoints
    ? err({ kind: 'outline-too-fine', points, most: mostAreaPoints })
    : ok({ areas, elsewhere: all.length - chosen.length });
}

const nameForms = [
  /^(area[ _]?)?name$/i,
  /^[a-z]+\d*nm$/i,
  /name$/i,
  /^(ward|locality|area|label|title)$/i
];
const codeForm = /^(area[ _]?)?code$|^[a-z]+\d*cd$|[ _]code$/i;

const textIn = ({ properties }: GeoFeature, name: string): string => {
  const said = properties[name];
  return typeof said === 'string' ? said.trim() : '';
};

/** Whether a property is a text in every area, another in each. */
function differs(features: readonly GeoFeature[], name: string): boolean {
  const texts = features.map((feature) => plainly(textIn(feature, name)));
  return texts.every((text) => text !== '') && new Set(texts).size === texts.length;
}

function nameProperty(
  features: readonly GeoFeature[],
  properties: readonly string[]
): string | null {
  for (const form of nameForms) {
    const found = properties.find((name) => form.test(name) && differs(features, name));
    if (found !== undefined) return found;
  }
  return null;
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
