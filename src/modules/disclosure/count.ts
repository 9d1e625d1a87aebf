import { ok, type Result } from '#core/result';
import { openCount, type RawCount } from './raw-count.ts';
import { isSmall, roundCount } from './rounding.ts';
import { defaultRule } from './rule.ts';
import type {
  CountProblem,
  HiddenReason,
  Protected,
  ProtectedAverage,
  ProtectedCount,
  Rule,
  SafeAverage,
  SafeCount
} from './types.ts';

/** A number withheld, with the reason. */
export function hidden(reason: HiddenReason): Protected<never> {
  return { kind: 'hidden', reason };
}

/** Rounds a count that is known to be valid; the one place where a `SafeCount` is made. */
export function showOrHide(count: number, rule: Rule): ProtectedCount {
  if (isSmall(count, rule)) return hidden('small-number');
  // The brand is earned here: the rule has hidden what is small and rounded the rest.
  return { kind: 'shown', value: roundCount(count, rule.roundTo) as SafeCount };
}

/**
 * One count made safe to show: hidden when small, otherwise rounded.
 *
 * Units: people (or families, or settings).
 * Assumes: nothing else is shown from which it could be had by subtraction; for that see `protectTable`,
 * `protectPart` and `protectCumulative`.
 * Refuses: what is not a whole number of at least zero.
 * Source: the rule NHS Digital has applied below national level since 2018.
 *
 * @example
 * protectCount(5) // hidden, 'small-number'
 * protectCount(13) // shown, 15
 */
export function protectCount(
  given: number | RawCount,
  rule: Rule = defaultRule
): Result<ProtectedCount, CountProblem> {
  const count = openCount(given);
  return count.ok ? ok(showOrHide(count.value, rule)) : count;
}

/**
 * A line of counts in time order, each made safe by itself. `null` stands for a period without a figure and stays
 * hidden as `not-collected`, never zero.
 *
 * Assumes: each count is of its own period, and no total of them is shown. With a total, use `protectTable`; for
 * totals that grow through the year, `protectCumulative`.
 * Refuses: as `protectCount`, for the first count that is not one.
 *
 * @example
 * protectSeries([0, 5, 13, null]) // 0, hidden, 15, hidden as not collected
 */
export function protectSeries(
  counts: readonly (number | RawCount | null)[],
  rule: Rule = defaultRule
): Result<ProtectedCount[], CountProblem> {
  const series: ProtectedCount[] = [];
  for (const given of counts) {
    if (given === null) {
      series.push(hidden('not-collected'));
      continue;
    }
    const point = protectCount(given, rule);
    if (!point.ok) return point;
    series.push(point.value);
  }
  return ok(series);
}

/**
 * An average or rate made safe to show: hidden when it rests on a small number of people.
 *
 * Units: `average` in its own unit, unchanged when shown; `people` is the count it rests on.
 * Refuses: `people` that is not a count.
 *
 * @example
 * protectAverage(3.2, 7) // hidden, 'small-group'
 * protectAverage(3.2, 8) // shown, 3.2
 */
export function protectAverage(
  average: number,
  people: number | RawCount,
  rule: Rule = defaultRule
): Result<ProtectedAverage, CountProblem> {
  const count = openCount(people);
  if (!count.ok) return count;
  if (count.value === 0) return ok(hidden('not-applicable'));
  if (isSmall(count.value, rule)) return ok(hidden('small-group'));
  // The brand is earned here: the average rests on enough people.
  return ok({ kind: 'shown', value: average as SafeAverage });
}
