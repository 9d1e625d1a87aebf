import { err, ok, type Result } from '#core/result';
import { roundCount } from './rounding.ts';
import type { Rule, RuleField, RuleProblem } from './types.ts';

/** Counts 1 to 7 are hidden, zero is shown, the rest go to the nearest 5. */
export const defaultRule: Rule = { hideFrom: 1, hideTo: 7, roundTo: 5 };

/** Every way in which numbers can leave the partnership that owns them. */
export const outputs = ['public-page', 'collaborative', 'export', 'api'] as const;
export type Output = (typeof outputs)[number];

/**
 * No output may follow a weaker rule than this: five whole numbers are hidden, so that five can remain possible for each
 * hidden count, and the others go to the nearest 5 (decision 0010).
 */
export const floorRule: Rule = { hideFrom: 1, hideTo: 5, roundTo: 5 };

/** A partnership's own choice of rule for some outputs; those not named follow the default. */
export type RuleSettings = { readonly [Name in Output]?: Rule };

/** The rule an output follows. */
export function ruleFor(output: Output, settings: RuleSettings = {}): Rule {
  return settings[output] ?? defaultRule;
}

/**
 * Reads a rule given by hand or from a file. Fields left out take the default's value.
 *
 * Refuses: what is not a whole number; `hideFrom` other than 0 or 1 (hiding 3 to 7 while showing 1 protects nobody);
 * a range that ends before it begins; rounding by less than 1; and rounding so coarse that a count just above the
 * hidden range would be shown as zero.
 *
 * @example
 * readRule({ hideTo: 4 }) // { ok: true, value: { hideFrom: 1, hideTo: 4, roundTo: 5 } }
 */
export function readRule(
  given: Readonly<Partial<Record<RuleField, unknown>>>
): Result<Rule, RuleProblem> {
  const fields = { ...defaultRule, ...given };
  for (const field of ['hideFrom', 'hideTo', 'roundTo'] as const) {
    if (!Number.isSafeInteger(fields[field])) {
      return err({ kind: 'rule-not-whole', field, given: fields[field] });
    }
  }
  // Each was just seen to be a whole number.
  const { hideFrom, hideTo, roundTo } = fields as Record<RuleField, number>;
  if (hideFrom !== 0 && hideFrom !== 1) return err({ kind: 'rule-hide-from', given: hideFrom });
  if (hideTo < hideFrom) return err({ kind: 'rule-hide-to', hideFrom, given: hideTo });
  if (roundTo < 1) return err({ kind: 'rule-round-to', given: roundTo });
  const leastShown = hideTo + 1;
  if (roundCount(leastShown, roundTo) === 0) {
    return err({ kind: 'rule-rounds-to-nothing', count: leastShown, roundTo });
  }
  return ok({ hideFrom, hideTo, roundTo });
}
