import type { Brand } from '#core/brand';

/**
 * What is hidden and how the rest is rounded, for one output.
 * Counts from `hideFrom` to `hideTo` (both included) are hidden; all others go to the nearest `roundTo`.
 * With `hideFrom` 1 a zero is shown; with 0 it is hidden too. `roundTo` 1 means no rounding.
 */
export type Rule = {
  readonly hideFrom: 0 | 1;
  readonly hideTo: number;
  readonly roundTo: number;
};

export type RuleField = 'hideFrom' | 'hideTo' | 'roundTo';

export type RuleProblem =
  | { readonly kind: 'rule-not-whole'; readonly field: RuleField; readonly given: unknown }
  | { readonly kind: 'rule-hide-from'; readonly given: number }
  | { readonly kind: 'rule-hide-to'; readonly hideFrom: number; readonly given: number }
  | { readonly kind: 'rule-round-to'; readonly given: number }
  | { readonly kind: 'rule-rounds-to-nothing'; readonly count: number; readonly roundTo: number };

/** A count that a stated rule has made safe to show. Only this module makes one. */
export type SafeCount = Brand<number, 'SafeCount'>;

/** A percentage, 0 to 100, worked out from safe counts. Only this module makes one. */
export type SafePercentage = Brand<number, 'SafePercentage'>;

/** An average (or a rate) that rests on enough people to be shown. Only this module makes one. */
export type SafeAverage = Brand<number, 'SafeAverage'>;

/**
 * Why a number is not shown, as it may be told to whoever reads.
 * - `small-number`: it lies in the range that the rule hides
 * - `small-group`: the group it is a share or an average of is itself a small number
 * - `small-remainder`: it says the same, or nearly, of everyone in the group: those not in it are few or none, or nobody is in it. One
 *   reason for all three, for to tell them apart would say what is hidden
 * - `protects-another`: with it, a hidden number could be worked out
 * - `difference`: beside a number already shown, it would give a small number away
 * - `one-setting`: it rests on a single setting
 * - `not-collected`, `not-applicable`: there is no number to show
 */
export type HiddenReason =
  | 'small-number'
  | 'small-group'
  | 'small-remainder'
  | 'protects-another'
  | 'difference'
  | 'one-setting'
  | 'not-collected'
  | 'not-applicable';

/** A number that has passed the rule: either its safe form or the reason it is not shown. */
export type Protected<Safe> =
  | { readonly kind: 'shown'; readonly value: Safe }
  | { readonly kind: 'hidden'; readonly reason: HiddenReason };

export type ProtectedCount = Protected<SafeCount>;
export type ProtectedPercentage = Protected<SafePercentage>;
export type ProtectedAverage = Protected<SafeAverage>;

/** A number given as a count that is not one. */
export type CountProblem = { readonly kind: 'count-not-whole'; readonly given: number };

export type PercentageProblem =
  | CountProblem
  | {
      readonly kind: 'part-exceeds-whole';
      readonly partCount: number;
      readonly wholeCount: number;
    };
