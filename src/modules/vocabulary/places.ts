import * as v from 'valibot';
import type { Result } from '#core/result';
import { readShape, repeatedIds, sentence, unless } from './reading.ts';
import type { PackProblem } from './types.ts';

const text = v.string();
const areaRow = v.strictObject({
  area_code: v.pipe(text, v.regex(/^[A-Z]\d{8}$/, 'a code of an area')),
  area_name: sentence,
  area_type: sentence,
  country: sentence,
  region_code: text,
  region_name: text,
  county_code: text,
  upper_tier: v.picklist(['yes', '']),
  lower_tier: v.picklist(['yes', '']),
  start_year: text,
  end_year: text,
  successor_codes: text,
  dfe_la_number: text,
  other_names: text,
  health_board_code: text,
  hscp_code: text
});

/** A place with a code. Empty text has become `null`. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly country: string;
  readonly regionCode: string | null;
  readonly regionName: string | null;
  readonly isUpperTier: boolean;
  readonly isLowerTier: boolean;
  /** Year in which the code ended; `null` while it is in use. */
  readonly endYear: number | null;
  readonly successors: readonly string[];
  /** By which the Department for Education knows an authority of England. */
  readonly laNumber: string | null;
  readonly otherNames: readonly string[];
  readonly healthBoardCode: string | null;
}

/** Reads the look-up of areas, each row a record of text. Refuses another shape and repeated codes. */
export function readAreas(
  records: readonly unknown[],
  file = 'areas.csv'
): Result<readonly Area[], readonly PackProblem[]> {
  const shape = readShape(v.array(areaRow), records, file);
  if (!shape.ok) return shape;
  const orNull = (cell: string) => (cell === '' ? null : cell);
  const list = (cell: string) => (cell === '' ? [] : cell.split('|'));
  const areas = shape.value.map((row) => ({
    code: row.area_code,
    name: row.area_name,
    type: row.area_type,
    country: row.country,
    regionCode: orNull(row.region_code),
    regionName: orNull(row.region_name),
    isUpperTier: row.upper_tier === 'yes',
    isLowerTier: row.lower_tier === 'yes',
    endYear: row.end_year === '' ? null : Number(row.end_year),
    successors: list(row.successor_codes),
    laNumber: orNull(row.dfe_la_number),
    otherNames: list(row.other_names),
    healthBoardCode: orNull(row.health_board_code)
  }));
  return unless(
    repeatedIds(
      file,
      'row',
      areas.map((each) => ({ id: each.code }))
    ),
    areas
  );
}

const neighbourRow = v.strictObject({
  area: sentence,
  rank: v.pipe(text, v.regex(/^([1-9]|10)$/, 'a rank from 1 to 10'), v.transform(Number)),
  neighbour: sentence,
  closeness: sentence
});

/** That one area is a statistical neighbour of another. It goes one way. */
export type Neighbour = v.InferOutput<typeof neighbourRow>;

/** Reads statistical neighbours, each row a record of text. Refuses another shape and a rank given twice. */
export function readNeighbours(
  records: readonly unknown[],
  file = 'neighbours.csv'
): Result<readonly Neighbour[], readonly PackProblem[]> {
  const shape = readShape(v.array(neighbourRow), records, file);
  if (!shape.ok) return shape;
  return unless(
    repeatedIds(
      file,
      'row',
      shape.value.map((each) => ({ id: `${each.area}/${each.rank}` }))
    ),
    shape.value
  );
}

const placeRow = v.strictObject({
  name: sentence,
  category: sentence,
  address: text,
  postcode: text,
  longitude: v.pipe(text, v.regex(/^-?\d+(\.\d+)?$/, 'a number'), v.transform(Number)),
  latitude: v.pipe(text, v.regex(/^-?\d+(\.\d+)?$/, 'a number'), v.transform(Number)),
  area_code: sentence,
  detail: text,
  source: sentence,
  source_date: v.pipe(text, v.regex(/^\d{4}(-\d{2}){0,2}$/, 'a year, month or day'))
});

/** A place that families use, with its point in WGS 84 degrees. */
export type Place = v.InferOutput<typeof placeRow>;

/** Reads places, each row a record of text. Refuses another shape and points off the map. */
export function readPlaces(
  records: readonly unknown[],
  file = 'places.csv'
): Result<readonly Place[], readonly PackProblem[]> {
  const shape = readShape(v.array(placeRow), records, file);
  if (!shape.ok) return shape;
  const problems: PackProblem[] = [];
  for (const [index, each] of shape.value.entries()) {
    if (Math.abs(each.latitude) > 90 || Math.abs(each.longitude) > 180) {
      problems.push({
        kind: 'wrong-shape',
        file,
        path: `row.${index}`,
        expected: 'a point on the Earth'
      });
    }
  }
  return unless(problems, shape.value);
}
