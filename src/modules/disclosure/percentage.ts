import { err, ok, type Result } from '#core/result';
import { hidden } from './count.ts';
import { openCount, type RawCount } from './raw-count.ts';
import { isSmall, roundCount } from './rounding.ts';
import { defaultRule } from './rule.ts';
import type { PercentageProblem, ProtectedPercentage, Rule, SafePercentage } from './types.ts';

/** What to do when nobody or everybody in a group is counted. */
export type PercentageOptions = { readonly wholeGroups?: 'hide' | 'show' };

/**
 * The share of a group, worked out from the protected counts and never from the raw ones, so that the percentage
 * says nothing that the two counts would not.
 *
 * Units: `part` and `whole` are counts of people; the answer is a percentage, 0 to 100, not rounded further.
 * Assumes: every one of `part` is also one of `whole`.
 * Hides: a small part; a small group; a small remainder (the group less the part, for whoever knows the one has
 * the other); and 0 % and 100 %, which say the same of everyone in the group, unless `wholeGroups` is 'show'.
 * An empty group is `not-applicable`.
 * Refuses: counts that are not whole, and a part greater than its whole.
 *
 * @example
 * protectPercentage(23, 58) // shown, 25 of 60: 41.66…
 * protectPercentage(55, 58) // hidden, 'small-remainder'
 */
export function protectPercentage(
  part: number | RawCount,
  whole: number | RawCount,
  rule: Rule = defaultRule,
  { wholeGroups = 'hide' }: PercentageOptions = {}
): Result<ProtectedPercentage, PercentageProblem> {
  const openedPart = openCount(part);
  if (!openedPart.ok) return openedPart;
  const openedWhole = openCount(whole);
  if (!openedWhole.ok) return openedWhole;
  const partCount = openedPart.value;
  const wholeCount = openedWhole.value;
  if (partCount > wholeCount) return err({ kind: 'part-exceeds-whole', partCount, wholeCount });
  const remainder = wholeCount - partCount;

  if (wholeCount === 0) return ok(hidden('not-applicable'));
  if (isSmall(wholeCount, rule)) return ok(hidden('small-group'));
  if (partCount === 0 || remainder === 0) {
    return ok(
      wholeGroups === 'hide' ? hidden('small-remainder') : shown(partCount === 0 ? 0 : 100)
    );
  }
  if (isSmall(partCount, rule)) return ok(hidden('small-number'));
  if (isSmall(remainder, rule)) return ok(hidden('small-remainder'));
  return ok(
    shown((100 * roundCount(partCount, rule.roundTo)) / roundCount(wholeCount, rule.roundTo))
  );
}

function shown(percentage: number): ProtectedPercentage {
  // The brand is earned here: both counts have passed the rule.
  return { kind: 'shown', value: percentage as SafePercentage };
}
