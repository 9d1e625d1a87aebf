import { err, ok, type Result } from './result.ts';

/** GeoJSON as people have it: RFC 7946 and what programs wrote before it. What its features are about is for the module that asked. */

export type GeoJsonProblem =
  | { readonly kind: 'not-geojson' }
  /** A system of coordinates that is not longitude and latitude of WGS 84; empty where it is named by a link. */
  | { readonly kind: 'other-coordinates'; readonly name: string }
  /** Numbers that are no degrees; the number of the feature counts from 1. */
  | { readonly kind: 'out-of-range'; readonly feature: number }
  /** As they stand all points lie outside the United Kingdom, and the other way round all lie in it. Somebody has to say. */
  | { readonly kind: 'axes-to-tell'; readonly isLatitudeFirst: boolean }
  | { readonly kind: 'too-many-features'; readonly most: number };

export type GeoOptions = {
  /** Whether somebody said that latitude stands first, against the standard. */
  readonly isLatitudeFirst: boolean;
  readonly most: number;
};

type Json = Readonly<Record<string, unknown>>;
const isObject = (given: unknown): given is Json =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

export type GeoFeature = {
  readonly id: string;
  readonly properties: Json;
  /** `Point`, `Polygon`, …; empty where nothing is said of where it lies. */
  readonly type: string;
  /** Longitude first, degrees of WGS 84, whichever way the file has them. As deep as the type says. */
  readonly coordinates: unknown;
};

const mostDeep = 5;

/** Every position within coordinates; null where they hold something else. */
function positionsIn(coordinates: unknown, deep = 0): readonly (readonly [number, number])[] | null {
  if (!Array.isArray(coordinates) || deep > mostDeep) return null;
  const [x, y]: unknown[] = coordinates;
  if (typeof x === 'number' && typeof y === 'number') return [[x, y]];
  const found: (readonly [number, number])[] = [];
  for (const part of coordinates as unknown[]) {
    const inside = positionsIn(part, deep + 1);
    if (inside === null) return null;
    for (const position of inside) found.push(position);
  }
  return found;
} // prettier-ignore

function turned(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [x, y, ...rest]: unknown[] = coordinates;
  if (typeof x === 'number' && typeof y === 'number') return [y, x, ...rest];
  return (coordinates as unknown[]).map(turned);
}

/** Around the United Kingdom with its islands, in degrees: for telling which way the axes run, and for nothing else. */
const kingdom = { west: -9, east: 2.5, south: 49, north: 61.5 };
const isInKingdom = ([x, y]: readonly [number, number]) =>
  x >= kingdom.west && x <= kingdom.east && y >= kingdom.south && y <= kingdom.north;

/** The name of the system of coordinates, where the file says that it is another than the standard’s. */
function otherCoordinates(document: Json): string | null {
  const { crs } = document;
  if (crs === undefined || crs === null) return null;
  const properties = isObject(crs) && isObject(crs['properties']) ? crs['properties'] : {};
  const name = typeof properties['name'] === 'string' ? properties['name'] : '';
  return /(?:CRS:?84|EPSG:{1,2}4326|WGS ?84)$/i.test(name.trim()) ? null : name.slice(0, 100);
}

/**
 * The features of a GeoJSON document: of a collection, of one feature, or of a bare geometry.
 * Refuses: what is no GeoJSON; a system of coordinates other than WGS 84; numbers that are no degrees; axes that seem to run the other way;
 * more features than may be read.
 * Source: RFC 7946, sections 3, 4 and appendix B; the older `crs` by The GeoJSON Format Specification of 2008.
 */
export function readGeoJson(
  document: unknown,
  { isLatitudeFirst, most }: GeoOptions
): Result<readonly GeoFeature[], GeoJsonProblem> {
  if (!isObject(document) || typeof document['type'] !== 'string') {
    return err({ kind: 'not-geojson' });
  }
  const other = otherCoordinates(document);
  if (other !== null) return err({ kind: 'other-coordinates', name: other });
  const given = document['type'] === 'FeatureCollection' ? document['features'] : [document];
  if (!Array.isArray(given)) return err({ kind: 'not-geojson' });
  if (given.length > most) {
    return err({ kind: 'too-many-features', most });
  }
  const features: GeoFeature[] = [];
  const all: (readonly [number, number])[] = [];
  /** The first feature whose numbers are degrees the other way round alone. */
  let firstTurned: number | null = null;
  for (const [index, one] of (given as unknown[]).entries()) {
    if (!isObject(one)) return err({ kind: 'not-geojson' });
    const isBare = 'coordinates' in one;
    const geometry = isBare ? one : isObject(one['geometry']) ? one['geometry'] : {};
    if (!isBare && one['type'] !== 'Feature') return err({ kind: 'not-geojson' });
    const said = geometry['coordinates'];
    const positions = said === undefined ? [] : positionsIn(said);
    if (positions === null) return err({ kind: 'not-geojson' });
    const coordinates = isLatitudeFirst ? turned(said) : said;
    const here = positions.map(([x, y]) => (isLatitudeFirst ? ([y, x] as const) : ([x, y] as const)));
    if (here.some(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90))) {
      const mayBeTurned = here.every(([x, y]) => Math.abs(y) <= 180 && Math.abs(x) <= 90);
      if (!mayBeTurned) return err({ kind: 'out-of-range', feature: index + 1 });
      firstTurned ??= index + 1;
    }
    for (const position of here) all.push(position);
    features.push({
      id: typeof one['id'] === 'string' ? one['id'] : '',
      properties: isObject(one['properties']) ? one['properties'] : {},
      type: typeof geometry['type'] === 'string' ? geometry['type'] : '',
      coordinates
    });
  }
  const seemsTurned =
    all.length > 0 && !all.some(isInKingdom) && all.every(([x, y]) => isInKingdom([y, x]));
  if (seemsTurned) return err({ kind: 'axes-to-tell', isLatitudeFirst });
  return firstTurned === null ? ok(features) : err({ kind: 'out-of-range', feature: firstTurned });
} // prettier-ignore

/** Whether a document says of itself that it is a collection of features. */
export const isFeatureCollection = (document: unknown): boolean =>
  isObject(document) && document['type'] === 'FeatureCollection';

const cellOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(cellOf).filter((one) => one !== '').join('|');
  return '';
}; // prettier-ignore

/** What was not read of a file of features, for whoever sent it. */
export type GeoRemark =
  | { readonly kind: 'areas-passed-over'; readonly features: number }
  | { readonly kind: 'without-point'; readonly features: number };

/**
 * Features as rows of cells under headings: their properties, their point, and their identifier where it is a text and no property has that
 * name. Features that are areas or lines are passed over, and said; those without a place keep their row.
 */
export function cellsOfFeatures(
  features: readonly GeoFeature[],
  names: { readonly id: string; readonly longitude: string; readonly latitude: string }
): { readonly cells: string[][]; readonly remarks: readonly GeoRemark[] } {
  const rows = features.filter(({ type }) => type === '' || type === 'Point');
  const points: readonly string[] = [names.longitude, names.latitude];
  const headings = [
    ...new Set(rows.flatMap(({ properties }) => Object.keys(properties)))
  ].filter((heading) => !points.includes(heading));
  const hasIds =
    rows.some(({ id }) => id !== '') &&
    !headings.some((heading) => heading.toLowerCase() === names.id.toLowerCase());
  const cells = [
    [...(hasIds ? [names.id] : []), ...headings, ...points],
    ...rows.map(({ id, properties, type, coordinates }) => {
      const [longitude, latitude] = type === 'Point' ? (positionsIn(coordinates)?.[0] ?? []) : [];
      return [
        ...(hasIds ? [id] : []),
        ...headings.map((heading) => cellOf(properties[heading])),
        ...[longitude, latitude].map((degree) => (degree === undefined ? '' : String(degree)))
      ];
    })
  ];
  const areas = features.length - rows.length;
  const without = rows.filter(({ type }) => type === '').length;
  return {
    cells,
    remarks: [
      ...(areas > 0 ? [{ kind: 'areas-passed-over', features: areas } as const] : []),
      ...(without > 0 ? [{ kind: 'without-point', features: without } as const] : [])
    ]
  };
} // prettier-ignore

const counted = (features: number) =>
  `${features.toLocaleString('en-GB')} ${features === 1 ? 'feature' : 'features'}`;

export function geoRemarkSentence(remark: GeoRemark): string {
  const isOne = remark.features === 1;
  return remark.kind === 'areas-passed-over'
    ? `${counted(remark.features)} of this GeoJSON ${isOne ? 'is an area or a line and was' : 'are areas or lines and were'} passed over: only points are read here.`
    : `${counted(remark.features)} of this GeoJSON ${isOne ? 'has' : 'have'} no point.`;
} // prettier-ignore

/** What is wrong with a file, and what to do now. */
export function geoJsonSentence(problem: GeoJsonProblem): string {
  switch (problem.kind) {
    case 'not-geojson':
      return 'This is no GeoJSON, or not all of one. Ask for the file as GeoJSON, in degrees (WGS 84).';
    case 'other-coordinates':
      return `The coordinates are in another system${problem.name === '' ? '' : ` (${problem.name})`}. Save the file in WGS 84 (EPSG:4326) and try again.`;
    case 'out-of-range':
      return `The coordinates of feature ${problem.feature} are no degrees of longitude and latitude. Save the file in WGS 84 (EPSG:4326) and try again.`;
    case 'axes-to-tell':
      return problem.isLatitudeFirst
        ? 'With latitude first, everything in this file lies outside the United Kingdom; the other way round it lies in it. Take the tick away, if that is right.'
        : 'As they stand, with longitude first, all points of this file lie outside the United Kingdom; the other way round they lie in it. If latitude stands first in it, tick that and read it again.';
    case 'too-many-features':
      return `This file has more than ${problem.most.toLocaleString('en-GB')} features. Leave in it only what is needed.`;
  }
}
