import { parsePeriod } from '#core/written-periods';
import type { Break, Figure, PeriodKind } from '../types.ts';

type InTime = { readonly period: string; readonly starts: string };

/** In order of time, and within the same day in order of the text. */
export function inOrder<Point extends InTime>(points: readonly Point[]): Point[] {
  return [...points].sort(
    (one, other) => one.starts.localeCompare(other.starts) || one.period.localeCompare(other.period)
  );
}

/**
 * Whether a point lies at or after a break. Years are compared as years, since school years begin in August or September.
 */
export function isAfterBreak(point: InTime, from: string, kind: PeriodKind): boolean {
  if (point.period === from) return true;
  const read = parsePeriod(from, kind);
  if (!read.ok) return point.period.localeCompare(from) >= 0;
  const isYearly = kind !== 'financial-quarter' && kind !== 'month' && kind !== 'day';
  const length = isYearly ? 4 : 10;
  return point.starts.slice(0, length) >= read.value.starts.slice(0, length);
}

/** How many of the breaks lie at or before this point: points may be compared only where this agrees. */
export function eraOf(point: InTime, breaks: readonly Break[], kind: PeriodKind): number {
  return breaks.filter((each) => isAfterBreak(point, each.from, kind)).length;
}

/** Months since the year 0 of the first day of the period. */
function monthOf(point: InTime): number {
  return Number(point.starts.slice(0, 4)) * 12 + Number(point.starts.slice(5, 7));
}

/**
 * The points that one line may join, in order of time: a line is never drawn across a break in the series, across a
 * period without a figure, or across periods that are left out altogether.
 *
 * Assumes: the usual distance between periods is the shortest one in the series; anything more than half as much
 * again is a period left out.
 *
 * @example
 * stretches(2018/19, 2019/20 not collected, 2021/22 with a break) // [[2018/19], [2021/22]]
 */
export function stretches<Point extends InTime>(
  points: readonly Point[],
  valueOf: (point: Point) => number | null,
  breaks: readonly Break[],
  kind: PeriodKind
): Point[][] {
  const ordered = inOrder(points);
  const months = ordered.map(monthOf);
  const steps = months.slice(1).flatMap((month, index) => {
    const step = month - (months[index] ?? month);
    return step > 0 ? [step] : [];
  });
  const usual = steps.length === 0 ? Infinity : Math.min(...steps);
  const lines: Point[][] = [];
  let line: Point[] = [];
  let before: Point | null = null;
  const close = () => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  for (const point of ordered) {
    if (before !== null) {
      const isNewEra = eraOf(point, breaks, kind) !== eraOf(before, breaks, kind);
      if (isNewEra || monthOf(point) - monthOf(before) > usual * 1.5) close();
    }
    if (valueOf(point) === null) close();
    else line.push(point);
    before = point;
  }
  close();
  return lines;
}

/** The newest point that has a value. */
export function latestOf<Point extends InTime & { readonly value: number | null }>(
  points: readonly Point[]
): (Point & { readonly value: number }) | null {
  const newest = inOrder(points).findLast((point) => point.value !== null);
  // The search above has seen that there is a value.
  return (newest as (Point & { readonly value: number }) | undefined) ?? null;
}

/**
 * Adds the periods of another line of the same indicator that lie before the first figure of this one, so that they are seen to
 * be missing: with that line's reason where it has none either, else as not available.
 */
export function withEarlierPeriods(
  figures: readonly Figure[],
  others: readonly Figure[]
): Figure[] {
  const first = inOrder(figures)[0];
  if (first === undefined) return [];
  const earlier = new Map<string, Figure>();
  for (const other of others) {
    if (other.starts >= first.starts || earlier.has(other.period)) continue;
    const status = other.value === null ? other.status : 'not-available';
    earlier.set(other.period, {
      ...other,
      value: null,
      numerator: null,
      denominator: null,
      status
    });
  }
  return inOrder([...earlier.values(), ...figures]);
}

/** Adds the periods in which the publisher says nothing was collected, so that they are seen to be missing. */
export function withMissingPeriods(
  figures: readonly Figure[],
  missing: readonly { readonly period: string }[],
  kind: PeriodKind
): Figure[] {
  const first = inOrder(figures)[0];
  const known = new Set(figures.map((each) => each.period));
  const added = missing.flatMap(({ period }): Figure[] => {
    const read = parsePeriod(period, kind);
    if (known.has(period) || !read.ok || first === undefined) return [];
    // School years begin in August or September: take the day the series itself uses.
    const starts = `${read.value.starts.slice(0, 4)}${first.starts.slice(4)}`;
    const begins = kind === 'financial-quarter' ? read.value.starts : starts;
    if (begins < first.starts) return [];
    const none = { value: null, numerator: null, denominator: null };
    return [{ period, starts: begins, ...none, status: 'not-collected' }];
  });
  return inOrder([...figures, ...added]);
}
