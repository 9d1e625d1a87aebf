import { err, ok, type Result } from '#core/result';
import { gapBetween } from '../figures/gap.ts';
import { stretches } from '../figures/trend.ts';
import type { PeriodKind } from '../types.ts';
import {
  type AreaRows,
  type DataFolder,
  type DataRow,
  type FolderProblem,
  rowsOf,
  startOf
} from './folder.ts';
import { groupRows, pairOf, rowAt } from './rows.ts';

/** What the command line answers about the figures of a data folder. */

export type Question = {
  readonly indicator: string;
  readonly area: string;
  readonly measure?: string | undefined;
};

type Where = { readonly indicator: string; readonly area: string; readonly areaCode: string };

export type ValueAnswer = Where & {
  readonly period: string;
  readonly breakdown: string;
  readonly value: number;
  readonly unit: string;
  /** Of what a percentage is, where the file says so: "Persons". */
  readonly of?: string;
  readonly status: string;
};

export type GapAnswer = Where & {
  readonly period: string;
  readonly gap: number;
  readonly unit: string;
  readonly groups: Readonly<Record<string, number>>;
};

export type TrendAnswer = {
  readonly period: string;
  readonly value: number | null;
  readonly status: string;
  /** True where figures from here on cannot be laid beside earlier ones. */
  readonly break: boolean;
  readonly breakReason?: string;
  /** True where a line may join this figure to the one before. */
  readonly joined: boolean;
};

export type GapTrendAnswer = Omit<TrendAnswer, 'value'> & {
  readonly gap: number | null;
  readonly groups: Readonly<Record<string, number | null>>;
};

/** One figure; the newest that was published when no period is named. */
export function answerValue(
  folder: DataFolder,
  question: Question & {
    readonly period?: string | undefined;
    readonly breakdown?: string | undefined;
  }
): Result<ValueAnswer, FolderProblem> {
  const found = rowsOf(folder, question);
  if (!found.ok) return found;
  const rows = groupRows(found.value, question.breakdown);
  if (!rows.ok) return rows;
  const row = rowAt(rows.value, question.period);
  if (!row.ok) return row;
  const value = numberOf(row.value, found.value);
  if (!value.ok) return value;
  return ok({
    ...whereOf(found.value),
    period: row.value.period,
    breakdown: row.value.breakdown,
    value: value.value,
    unit: unitOf(found.value, row.value),
    ...(countedOf(row.value) === '' ? {} : { of: countedOf(row.value) }),
    status: statusOf(row.value)
  });
}

/** The value of the better-off group minus that of the poorer one; in the newest period that has both, when none is named. */
export function answerGap(
  folder: DataFolder,
  question: Question & {
    readonly period?: string | undefined;
    readonly breakdown?: string | undefined;
  }
): Result<GapAnswer, FolderProblem> {
  const found = rowsOf(folder, question);
  if (!found.ok) return found;
  const pair = pairOf(found.value, question.breakdown);
  if (!pair.ok) return pair;
  const [betterOff, poorer] = pair.value;
  const period = question.period ?? newestOfBoth(betterOff, poorer);
  const rows = [rowAt(betterOff, period), rowAt(poorer, period)] as const;
  if (!rows[0].ok) return rows[0];
  if (!rows[1].ok) return rows[1];
  const values = [
    numberOf(rows[0].value, found.value),
    numberOf(rows[1].value, found.value)
  ] as const;
  if (!values[0].ok) return values[0];
  if (!values[1].ok) return values[1];
  return ok({
    ...whereOf(found.value),
    period: rows[0].value.period,
    gap: gapBetween(values[0].value, values[1].value),
    unit: gapUnit(found.value),
    groups: {
      [labelOf(rows[0].value)]: values[0].value,
      [labelOf(rows[1].value)]: values[1].value
    }
  });
}

/** Every period in order, with missing figures as null and breaks marked. */
export function answerTrend(
  folder: DataFolder,
  question: Question & { readonly breakdown?: string | undefined }
): Result<readonly TrendAnswer[], FolderProblem> {
  const found = rowsOf(folder, question);
  if (!found.ok) return found;
  const rows = groupRows(found.value, question.breakdown);
  if (!rows.ok) return rows;
  const points: Point[] = earlierPeriods(found.value, rows.value);
  for (const row of rows.value) {
    const value = row.value === '' ? null : numberOf(row, found.value);
    if (value !== null && !value.ok) return value;
    points.push({
      period: row.period,
      starts: startOf(row),
      value: value?.value ?? null,
      status: statusOf(row)
    });
  }
  return ok(marked(points, found.value).map(({ starts: _starts, ...point }) => point));
}

/** The gap in every period in order. */
export function answerGapTrend(
  folder: DataFolder,
  question: Question
): Result<readonly GapTrendAnswer[], FolderProblem> {
  const found = rowsOf(folder, question);
  if (!found.ok) return found;
  const pair = pairOf(found.value, undefined);
  if (!pair.ok) return pair;
  const [betterOff, poorer] = pair.value;
  const points: (Point & { groups: Record<string, number | null> })[] = [];
  for (const row of betterOff) {
    const other = poorer.find((each) => each.period === row.period);
    const values = [row, other].map((each) =>
      each === undefined || each.value === '' ? null : numberOf(each, found.value)
    );
    const problem = values.find((value) => value !== null && !value.ok);
    if (problem && !problem.ok) return problem;
    const [better, poor] = values.map((value) => (value?.ok ? value.value : null));
    points.push({
      period: row.period,
      starts: startOf(row),
      value:
        typeof better === 'number' && typeof poor === 'number' ? gapBetween(better, poor) : null,
      status: statusOf(row),
      groups: {
        [labelOf(row)]: better ?? null,
        [other === undefined ? 'missing' : labelOf(other)]: poor ?? null
      }
    });
  }
  return ok(
    marked(points, found.value).map(({ value, starts: _starts, ...point }) => ({
      ...point,
      gap: value
    }))
  );
}

/** Periods of these data before the first row of the area: missing here, and seen to be. */
function earlierPeriods({ periods }: AreaRows, rows: readonly DataRow[]): Point[] {
  const first = rows[0] === undefined ? '' : startOf(rows[0]);
  return periods
    .map((row) => ({ period: row.period, starts: startOf(row) }))
    .filter(({ starts }) => starts < first)
    .map((point) => ({ ...point, value: null, status: 'no row for this area' }));
}

type Point = { period: string; starts: string; value: number | null; status: string };
type Marked<Each> = Each & { break: boolean; breakReason?: string; joined: boolean };

function marked<Each extends Point>(
  points: readonly Each[],
  { indicator }: AreaRows
): Marked<Each>[] {
  const kind: PeriodKind = indicator.periodKind ?? 'academic-year';
  const lines = stretches(points, (point) => point.value, indicator.breaks, kind);
  const begins = new Set(lines.flatMap((line) => line.slice(0, 1)));
  let known = 0;
  const ordered = [...points].sort(
    (one, other) => one.starts.localeCompare(other.starts) || one.period.localeCompare(other.period)
  );
  return ordered.map((point, index) => {
    const passed = indicator.breaks.filter((each) => !isBefore(point, each.from)).length;
    const isBreak = index > 0 && passed > known;
    const reason = indicator.breaks[passed - 1]?.reason;
    known = passed;
    const joined = index > 0 && point.value !== null && !begins.has(point);
    return {
      ...point,
      break: isBreak,
      ...(isBreak && reason ? { breakReason: reason } : {}),
      joined
    };
  });
}

/** Years are compared as years, since school years begin in August or September. */
function isBefore(point: Point, from: string): boolean {
  const start = startOf({ starts: '', period: from });
  return point.starts.slice(0, 4) < start.slice(0, 4);
}

function newestOfBoth(
  betterOff: readonly DataRow[],
  poorer: readonly DataRow[]
): string | undefined {
  return betterOff.findLast(
    (row) =>
      row.value !== '' && poorer.some((other) => other.period === row.period && other.value !== '')
  )?.period;
}

function numberOf(row: DataRow, { area }: AreaRows): Result<number, FolderProblem> {
  const { period, denominator } = row;
  if (denominator !== '' && !(Number(denominator) > 0)) {
    return err({ kind: 'bad-denominator', area: area.name, period, denominator });
  }
  if (row.value.trim() === '') {
    return err({
      kind: 'no-value',
      area: area.name,
      period,
      group: row.breakdown,
      status: row.status
    });
  }
  const value = Number(row.value);
  return Number.isFinite(value)
    ? ok(value)
    : err({ kind: 'bad-number', area: area.name, period, given: row.value });
}

function whereOf({ indicator, area }: AreaRows): Where {
  return { indicator: indicator.key, area: area.name, areaCode: area.code };
}

/** A group as the file calls it; a bare number with the kind of group before it. */
function labelOf({ breakdown, breakdownKind }: DataRow): string {
  return /^\d+$/.test(breakdown) && breakdownKind !== ''
    ? `${breakdownKind} ${breakdown}`
    : breakdown;
}

/** The unit of a row. A file may say what is measured beside its unit: a percentage of persons is in per cent, not in persons. */
function unitOf({ rows, indicator }: AreaRows, row: DataRow | undefined = rows[0]): string {
  if (row !== undefined && isPercentage(row)) return '%';
  return row?.unit || indicator.unit || '';
}

function isPercentage({ measure }: DataRow): boolean {
  return /^percent/i.test(measure.trim());
}

/** What a percentage is of; empty where the file does not say. */
function countedOf(row: DataRow): string {
  return isPercentage(row) ? row.unit : '';
}

function gapUnit(found: AreaRows): string {
  return /%|percent/.test(unitOf(found)) ? 'percentage points' : unitOf(found);
}

function statusOf(row: DataRow): string {
  if (row.status !== '') return row.status;
  return row.value === '' ? 'not published' : 'published';
}
