import { err, ok, type Result } from '#core/result';
import { parsePeriod } from '#core/written-periods';
import { type AreaProblem, codesOfSameGround, findArea, plainName } from '../figures/areas.ts';
import type { Break, OpenArea, PeriodKind } from '../types.ts';

/**
 * Figures of a data folder, in either of two forms: `values.csv` as Cairn ships them, or `data.csv` with the names of
 * areas, indicators and groups spelt out as their publishers do.
 */
export type DataRow = {
  readonly areaCode: string;
  readonly areaName: string;
  readonly period: string;
  readonly starts: string;
  readonly indicator: string;
  readonly breakdownKind: string;
  readonly breakdown: string;
  /** What is measured, where a file says so beside the unit: "Percentage" of "Persons". */
  readonly measure: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
  readonly status: string;
};

/** What is known of an indicator beside its figures. `names` are all that people may call it by. */
export type NamedIndicator = {
  readonly key: string;
  readonly names: readonly string[];
  readonly unit: string | null;
  readonly periodKind: PeriodKind | null;
  readonly breaks: readonly Break[];
};

export type DataFolder = {
  readonly rows: readonly DataRow[];
  readonly indicators: readonly NamedIndicator[];
  readonly areas: readonly OpenArea[];
};

export type FolderProblem =
  | AreaProblem
  | {
      readonly kind: 'unknown-indicator';
      readonly given: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'no-figures-for-area'; readonly area: string; readonly indicator: string }
  | { readonly kind: 'unknown-group'; readonly given: string; readonly known: readonly string[] }
  | { readonly kind: 'several-groups'; readonly given: string; readonly known: readonly string[] }
  | { readonly kind: 'group-needed'; readonly known: readonly string[] }
  | { readonly kind: 'measure-needed'; readonly known: readonly string[] }
  | { readonly kind: 'unknown-measure'; readonly given: string; readonly known: readonly string[] }
  | {
      readonly kind: 'no-period';
      readonly period: string;
      readonly first: string;
      readonly last: string;
    }
  | {
      readonly kind: 'no-value';
      readonly area: string;
      readonly period: string;
      readonly group: string;
      readonly status: string;
    }
  | { readonly kind: 'no-pair'; readonly groups: readonly string[] }
  | {
      readonly kind: 'bad-denominator';
      readonly area: string;
      readonly period: string;
      readonly denominator: string;
    }
  | {
      readonly kind: 'bad-number';
      readonly area: string;
      readonly period: string;
      readonly given: string;
    };

type Cells = Readonly<Record<string, string | undefined>>;

/** Rows from either form of file, each a record of text under its headings. Null where the headings are of neither. */
export function readDataRows(records: readonly Cells[]): DataRow[] | null {
  const [first] = records;
  if (first === undefined) return [];
  const isShipped = 'area' in first && 'starts' in first;
  const isOriginal =
    'area_code' in first && 'period' in first && 'indicator' in first && 'value' in first;
  if (!isShipped && !isOriginal) return null;
  return records.map((cells) => ({
    areaCode: (isShipped ? cells['area'] : cells['area_code']) ?? '',
    areaName: cells['area_name'] ?? '',
    period: cells['period'] ?? '',
    starts: cells['starts'] ?? cells['period_start'] ?? '',
    indicator: cells['indicator'] ?? '',
    breakdownKind: cells['breakdown_type'] ?? '',
    breakdown: cells['breakdown'] ?? 'All',
    measure: cells['measure'] ?? '',
    value: cells['value'] ?? '',
    numerator: cells['numerator'] ?? '',
    denominator: cells['denominator'] ?? '',
    unit: cells['unit'] ?? '',
    status: cells['status'] ?? ''
  }));
}

/** The indicator of a name, whatever its capitals, spaces, hyphens or underscores. */
function findIndicator(
  given: string,
  { rows, indicators }: DataFolder
): Result<NamedIndicator, FolderProblem> {
  const keys = [...new Set(rows.map((row) => row.indicator))];
  const wanted = plainName(given);
  const bare = (key: string): NamedIndicator => ({
    key,
    names: [key],
    unit: null,
    periodKind: null,
    breaks: []
  });
  const called = (key: string): NamedIndicator | null => {
    const known = indicators.find((each) => plainName(each.key) === plainName(key));
    return known === undefined ? null : { ...known, key };
  };
  const here = keys.map((key) => called(key) ?? bare(key));
  const found = here.find((each) =>
    [each.key, ...each.names].some((name) => plainName(name) === wanted)
  );
  return found === undefined ? err({ kind: 'unknown-indicator', given, known: keys }) : ok(found);
}

/** One name for a group that publishers write in many ways: `all`, `fsm`, `not-fsm`, `simd-1`, `idaci-10`. */
export function groupKey({
  breakdown,
  breakdownKind
}: Pick<DataRow, 'breakdown' | 'breakdownKind'>): string {
  const name = plainName(breakdown);
  if (/^(all|all children|all pupils|total|)$/.test(name)) return 'all';
  if (/^(fsm|eligible for free school meals)$/.test(name)) return 'fsm';
  if (/^(not fsm|non fsm|not eligible for free school meals)$/.test(name)) return 'not-fsm';
  const fifth = /^simd(?: quintile)? ?([1-5])\b/.exec(name)?.[1];
  if (fifth !== undefined) return `simd-${fifth}`;
  const tenth = /^(?:idaci(?: decile)? ?)?(10|[1-9])$/.exec(name)?.[1];
  if (tenth !== undefined && (/idaci/i.test(breakdownKind) || name.startsWith('idaci')))
    return `idaci-${tenth}`;
  return name;
}

export type AreaRows = {
  readonly indicator: NamedIndicator;
  readonly area: { readonly code: string; readonly name: string };
  readonly rows: readonly DataRow[];
  /** The periods that these data have of the indicator for any area. */
  readonly periods: readonly Pick<DataRow, 'period' | 'starts'>[];
};

/** The rows of one indicator in one area, under every code the area has had. */
export function rowsOf(
  folder: DataFolder,
  wanted: {
    readonly indicator: string;
    readonly area: string;
    readonly measure?: string | undefined;
  }
): Result<AreaRows, FolderProblem> {
  const indicator = findIndicator(wanted.indicator, folder);
  if (!indicator.ok) return indicator;
  const area = findArea(wanted.area, everyArea(folder));
  if (!area.ok) return area;
  const codes = codesOfSameGround(area.value.code, folder.areas);
  const current = folder.areas.find((each) => each.code === codes[0]) ?? area.value;
  const everywhere = folder.rows.filter((row) => row.indicator === indicator.value.key);
  const here = everywhere.filter((row) => codes.includes(row.areaCode));
  const measured = rowsMeasured(here, wanted.measure);
  if (!measured.ok) return measured;
  const rows = measured.value;
  if (rows.length === 0) {
    return err({
      kind: 'no-figures-for-area',
      area: area.value.name,
      indicator: indicator.value.key
    });
  }
  const named = { code: current.code, name: current.name };
  const periods = [...new Map(everywhere.map((row) => [row.period, row])).values()];
  return ok({ indicator: indicator.value, area: named, rows, periods });
}

/** A count and a percentage of one name are two things: the one asked for, or the only one there is. */
function rowsMeasured(
  rows: readonly DataRow[],
  asked: string | undefined
): Result<readonly DataRow[], FolderProblem> {
  const known = [...new Set(rows.map(({ measure }) => measure))];
  if (asked === undefined) {
    return known.length > 1 ? err({ kind: 'measure-needed', known }) : ok(rows);
  }
  const wanted = rows.filter(({ measure }) => plainName(measure) === plainName(asked));
  return rows.length > 0 && wanted.length === 0
    ? err({ kind: 'unknown-measure', given: asked, known })
    : ok(wanted);
}

/** Areas of the look-up, and those that only the data name, such as wards. */
function everyArea({ rows, areas }: DataFolder): OpenArea[] {
  const known = new Set(areas.map((area) => area.code));
  const added = new Map<string, OpenArea>();
  for (const row of rows) {
    if (known.has(row.areaCode) || added.has(row.areaCode)) continue;
    added.set(row.areaCode, {
      code: row.areaCode,
      name: row.areaName === '' ? row.areaCode : row.areaName,
      kind: '',
      country: '',
      regionCode: null,
      isUpperTier: false,
      endYear: null,
      successors: [],
      otherNames: []
    });
  }
  return [...areas, ...added.values()];
}

const kindsTried = [null, 'academic-year', 'several-years', 'month'] as const;

/** Whether two texts name the same period: 2023-24 and 2023/24, Q3 2024/25 and 2024/25 Q3. */
export function isSamePeriod(one: string, other: string): boolean {
  const plain = (text: string) =>
    text.trim().toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ');
  if (plain(one) === plain(other)) return true;
  return kindsTried.some((kind) => {
    const [first, second] = [parsePeriod(one, kind), parsePeriod(other, kind)];
    return (
      first.ok &&
      second.ok &&
      first.value.text === second.value.text &&
      first.value.kind === second.value.kind
    );
  });
}

/** The first day of a row's period: as the file gives it, else as the period is read. */
export function startOf(row: Pick<DataRow, 'starts' | 'period'>): string {
  if (row.starts !== '') return row.starts;
  for (const kind of ['several-years', null] as const) {
    const read = parsePeriod(row.period, kind);
    if (read.ok) return read.value.starts;
  }
  const year = /\d{4}/.exec(row.period)?.[0];
  return year === undefined ? row.period : `${year}-01-01`;
}
