import {
  byRule,
  whatLeaves,
  type HiddenReason,
  type Rule,
  type ToldReason
} from '#modules/disclosure';
import type { Grouping, PublicPoint, PublicSeries, RawEntry, RawSeries } from './public-types.ts';

/** Fewer points than this make no line. */
export const fewestPoints = 3;

/**
 * A measure over time, made safe for everybody: each entry by itself, or added up by month or quarter where that leaves a
 * larger part of the points to be shown. Null when fewer than three points can be shown: then words alone say what changed.
 *
 * Assumes: entries count people; the same people may stand in several entries. So a sum says no more of how many people it rests
 * on than the largest entry in it, and is shown only when that entry's own counts are large enough to be shown.
 * What was published once keeps its grouping (`before`): by month after single entries, or the other way round, one would be taken from the
 * other. A month or quarter is shown once it is over, for what comes in later would be the difference of two pages.
 * Refuses to show: whatever `rule` hides, of the part, of the whole and of those left over (see `whatLeaves`).
 */
export function publicSeries(
  raw: RawSeries,
  rule: Rule,
  { before = null, today = endOfTime }: { before?: Grouping | null; today?: string } = {}
): PublicSeries | null {
  const groupings = before === null ? (['entry', 'month', 'quarter'] as const) : [before];
  const candidates = groupings.map((grouping) => {
    const points = pointsOf(raw, grouping, rule).filter(({ on }) => isOver(on, grouping, today));
    const shown = points.filter((point) => point.value !== null).length;
    return { grouping, points, shown, proportion: points.length === 0 ? 0 : shown / points.length };
  });
  const enough = candidates.filter((one) => one.shown >= fewestPoints);
  // The first of equals is the finest.
  const best = enough.toSorted((one, other) => other.proportion - one.proportion)[0];
  if (best === undefined) return null;
  return {
    title: raw.title,
    unit: raw.form === 'share' ? '%' : '',
    better: raw.better,
    grouping: best.grouping,
    points: best.points
  };
}

const endOfTime = '9999-12-31';

/** Whether a span lies before today's. An entry is over when it is made. */
function isOver(on: string, grouping: Grouping, today: string): boolean {
  return grouping === 'entry' || on < spanOf(today, grouping);
}

function pointsOf(raw: RawSeries, grouping: Grouping, rule: Rule): PublicPoint[] {
  const spans = Map.groupBy(raw.entries, (entry) => spanOf(entry.on, grouping));
  return [...spans]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([on, entries]) => pointOf(on, entries, raw.form, rule));
}

/**
 * The span an entry falls into, by its first month.
 * @example
 * spanOf('2026-05-11', 'quarter') // '2026-04'
 */
export function spanOf(date: string, grouping: Grouping): string {
  if (grouping === 'entry') return date;
  const year = date.slice(0, 4);
  const month = Number(date.slice(5, 7));
  const first = grouping === 'month' ? month : month - ((month - 1) % 3);
  return `${year}-${String(first).padStart(2, '0')}`;
}

function pointOf(
  on: string,
  entries: readonly RawEntry[],
  form: RawSeries['form'],
  rule: Rule
): PublicPoint {
  const hidden = (reason: ToldReason): PublicPoint => {
    const why: HiddenReason = reason === 'not-a-count' ? 'not-collected' : reason;
    return { on, value: null, why };
  };
  const sight = byRule(rule);
  const part = sum(entries.map((entry) => entry.part));
  const largestPart = Math.max(...entries.map((entry) => entry.part));
  if (form === 'count') {
    const largest = whatLeaves('count', { count: largestPart }, sight);
    if (largest.kind === 'hidden') return hidden(largest.reason);
    const left = whatLeaves('count', { count: part }, sight);
    return left.kind === 'shown'
      ? { on, value: left.figure.count, why: null }
      : hidden(left.reason);
  }
  const remainders = entries.map((entry) => (entry.whole ?? 0) - entry.part);
  const whole = sum(entries.map((entry) => entry.whole ?? 0));
  const left = whatLeaves('share', { part, whole }, sight);
  if (left.kind === 'hidden') return hidden(left.reason);
  const most = { part: largestPart, whole: largestPart + Math.max(...remainders) };
  const largest = whatLeaves('share', most, sight);
  if (largest.kind === 'hidden') return hidden(largest.reason);
  return { on, value: Math.round((100 * left.figure.part) / left.figure.whole), why: null };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
