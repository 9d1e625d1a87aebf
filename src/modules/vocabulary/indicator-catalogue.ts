import * as v from 'valibot';
import type { Brand } from '#core/brand';
import type { Result } from '#core/result';
import {
  idOf,
  isoDate,
  readShape,
  repeatedIds,
  sentence,
  unknownIds,
  unless,
  webAddress
} from './reading.ts';
import type { AgeId, FactorId, OutcomeId, PackProblem, Spine } from './types.ts';

/** The name of an indicator in the catalogue of open data, such as `good-level-of-development`. */
export type OpenIndicatorId = Brand<string, 'OpenIndicatorId'>;
/** The name of a group within a breakdown, such as `fsm` or `simd-1`. */
export type BreakdownId = Brand<string, 'BreakdownId'>;

/** Why a figure is there or is not. A value is `null` in all but the first two. */
export const valueStatuses = [
  'published',
  'provisional',
  'not-available',
  'not-published',
  'not-collected'
] as const;
export type ValueStatus = (typeof valueStatuses)[number];

export const areaLevels = ['country', 'region', 'local-authority', 'ward', 'made-up'] as const;
const periodKinds = [
  'academic-year',
  'financial-year',
  'financial-quarter',
  'calendar-year',
  'several-years',
  'day'
] as const;

const indicatorSchema = v.strictObject({
  id: idOf<OpenIndicatorId>(),
  /** Folder below `content/data`, or another pack's own file of values. */
  set: idOf<string>(),
  title: sentence,
  plainTitle: sentence,
  definition: sentence,
  numerator: v.nullable(sentence),
  denominator: v.nullable(sentence),
  unit: v.picklist(['percent', 'per-1000-births', 'score', 'count']),
  /** Decimal places to show at most; values are stored as published. */
  decimals: v.picklist([0, 1, 2]),
  betterWhen: v.picklist(['high', 'low', 'none']),
  source: v.strictObject({
    publisher: sentence,
    publication: sentence,
    link: v.nullable(webAddress),
    copyTakenOn: v.nullable(isoDate)
  }),
  licence: v.picklist(['OGL-UK-3.0', 'MIT']),
  frequency: v.picklist(['yearly', 'quarterly', 'once']),
  periodKind: v.picklist(periodKinds),
  areaLevels: v.pipe(v.array(v.picklist(areaLevels)), v.minLength(1)),
  breakdowns: v.pipe(v.array(idOf<BreakdownId>()), v.minLength(1)),
  /** The two groups between which the poverty gap is taken: better off minus poorer. */
  gap: v.nullable(v.strictObject({ better: idOf<BreakdownId>(), poorer: idOf<BreakdownId>() })),
  /** Periods from which figures cannot be laid beside earlier ones. */
  breaks: v.array(v.strictObject({ from: sentence, reason: sentence })),
  missingPeriods: v.array(v.strictObject({ period: sentence, reason: sentence })),
  factors: v.array(v.strictObject({ factor: idOf<FactorId>(), reason: sentence })),
  outcomes: v.array(v.strictObject({ outcome: idOf<OutcomeId>(), reason: sentence })),
  ages: v.array(idOf<AgeId>()),
  caveats: v.array(sentence)
});

/** What an indicator of the open data counts, where it comes from and what it bears on. */
export type OpenIndicator = v.InferOutput<typeof indicatorSchema>;

/** The fields of a catalogue, for packs that add some of their own. */
export const catalogueEntries = {
  statuses: v.strictObject({
    published: sentence,
    provisional: sentence,
    'not-available': sentence,
    'not-published': sentence,
    'not-collected': sentence
  }),
  breakdowns: v.array(
    v.strictObject({ id: idOf<BreakdownId>(), title: sentence, kind: idOf<string>() })
  ),
  indicators: v.array(indicatorSchema)
};
const catalogueSchema = v.strictObject(catalogueEntries);

/** Every indicator of a pack, with the groups and statuses its values use. */
export type IndicatorCatalogue = v.InferOutput<typeof catalogueSchema>;

/**
 * Reads a catalogue of indicators. Refuses another shape; an id that stands twice; a group, factor,
 * outcome or age nobody named; a gap between groups the indicator does not have.
 */
export function readIndicatorCatalogue(
  json: unknown,
  spine: Spine,
  file = 'indicators.json'
): Result<IndicatorCatalogue, readonly PackProblem[]> {
  const shape = readShape(catalogueSchema, json, file);
  if (!shape.ok) return shape;
  return unless(catalogueProblems(shape.value, spine, file), shape.value);
}

/** What is wrong among the ids of a catalogue. */
export function catalogueProblems(
  { indicators, breakdowns }: IndicatorCatalogue,
  spine: Spine,
  file: string
): PackProblem[] {
  const named = <Id extends string>(list: readonly { readonly id: Id }[]) =>
    list.map((each) => each.id);
  const problems: PackProblem[] = [
    ...repeatedIds(file, 'indicators', indicators),
    ...repeatedIds(file, 'breakdowns', breakdowns)
  ];
  for (const [index, each] of indicators.entries()) {
    const at = (field: string, ids: readonly string[]) =>
      ids.map((id) => ({ path: `indicators.${index}.${field}`, id }));
    problems.push(
      ...unknownIds(file, named(breakdowns), at('breakdowns', each.breakdowns)),
      ...unknownIds(
        file,
        each.breakdowns,
        each.gap === null ? [] : at('gap', [each.gap.better, each.gap.poorer])
      ),
      ...unknownIds(
        file,
        named(spine.factors),
        at(
          'factors',
          each.factors.map((tie) => tie.factor)
        )
      ),
      ...unknownIds(
        file,
        named(spine.outcomes),
        at(
          'outcomes',
          each.outcomes.map((tie) => tie.outcome)
        )
      ),
      ...unknownIds(file, named(spine.ages), at('ages', each.ages))
    );
  }
  return problems;
}

/** One figure. `value` is in the indicator's unit; counts are of children, births or people. */
export interface IndicatorValue {
  readonly indicator: OpenIndicatorId;
  /** Code of the area: nine characters of the Office for National Statistics, or a made-up code. */
  readonly area: string;
  /** As the publisher writes it, such as 2023/24 or 2024/25 Q4. */
  readonly period: string;
  /** First day of the period, ISO date: order and run charts rest on it. */
  readonly starts: string;
  readonly breakdown: BreakdownId;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: ValueStatus;
}

const numberOrNothing = v.pipe(
  v.string(),
  v.regex(/^(-?\d+(\.\d+)?)?$/, 'a number, or nothing'),
  v.transform((text) => (text === '' ? null : Number(text)))
);
const countOrNothing = v.pipe(
  v.string(),
  v.regex(/^(\d+)?$/, 'a whole number, or nothing'),
  v.transform((text) => (text === '' ? null : Number(text)))
);

const valueRow = v.pipe(
  v.strictObject({
    indicator: idOf<OpenIndicatorId>(),
    area: v.pipe(v.string(), v.regex(/^([A-Z]\d{8}|made-up-[a-z0-9-]+)$/, 'a code of an area')),
    period: sentence,
    starts: isoDate,
    breakdown: idOf<BreakdownId>(),
    value: numberOrNothing,
    numerator: countOrNothing,
    denominator: countOrNothing,
    status: v.picklist(valueStatuses)
  }),
  v.check(
    (row) => (row.value !== null) === (row.status === 'published' || row.status === 'provisional'),
    'a value when it is published, and none when it is not'
  )
);

/**
 * Reads the rows of a `values.csv`, each a record of text under the columns of `valueColumns`.
 *
 * Refuses: another shape; an indicator, or a group of it, that the catalogue does not name; two rows
 * for the same indicator, area, period and group; a value without a published status or the reverse.
 * Problems name the row as `row.0`, `row.1`, … counted after the headings.
 */
export function readValues(
  records: readonly unknown[],
  catalogue: IndicatorCatalogue,
  file = 'values.csv'
): Result<readonly IndicatorValue[], readonly PackProblem[]> {
  const problems: PackProblem[] = [];
  const values: IndicatorValue[] = [];
  const groups = new Map<string, ReadonlySet<string>>(
    catalogue.indicators.map((each) => [each.id, new Set<string>(each.breakdowns)])
  );
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    const path = `row.${index}`;
    const read = readShape(valueRow, record, file);
    if (!read.ok) {
      for (const each of read.error) {
        problems.push({ ...each, path: each.path === '' ? path : `${path}.${each.path}` });
      }
      continue;
    }
    const row = read.value;
    const named = groups.get(row.indicator);
    if (named === undefined) {
      problems.push({ kind: 'unknown-id', file, path: `${path}.indicator`, id: row.indicator });
    } else if (!named.has(row.breakdown)) {
      problems.push({ kind: 'unknown-id', file, path: `${path}.breakdown`, id: row.breakdown });
    }
    const key = `${row.indicator}/${row.area}/${row.period}/${row.breakdown}`;
    if (seen.has(key)) problems.push({ kind: 'repeated-id', file, path, id: key });
    seen.add(key);
    values.push(row);
  }
  return unless(problems, values);
}
