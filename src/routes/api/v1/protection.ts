import { defaultRule, type Rule } from '#modules/disclosure';
import { safeFigure, type Figure, type ValueForm } from '#modules/improvement';

/** Figures as the API gives them: as they are recorded where a token may see that, else by the rule of the output `api`. */

export type GivenFigure = {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: string | null;
};

export function ruleWords(showsCounts: boolean, rule: Rule = defaultRule): string {
  if (showsCounts) return 'As recorded, small numbers included: this token may see counts.';
  return `Counts ${rule.hideFrom} to ${rule.hideTo} are hidden, others are rounded to ${rule.roundTo}; shares come from rounded counts. Measures that are plain numbers are as recorded.`;
}

const nothing = { value: null, numerator: null, denominator: null };

const perHundred = 100;

/**
 * One figure of a measure, with why it is missing where it is.
 * Units: a share is in per cent; a rate is per `ratePer`.
 */
export function givenFigure(
  figure: Figure,
  measure: { readonly valueForm: ValueForm; readonly ratePer: number },
  showsCounts: boolean,
  rule: Rule = defaultRule
): GivenFigure {
  const safe = showsCounts
    ? ({ kind: 'shown', figure } as const)
    : safeFigure(measure, figure, rule);
  if (safe.kind === 'hidden') return { ...nothing, missing: safe.reason };
  const given = safe.figure;
  if (given.kind === 'missing') return { ...nothing, missing: given.why };
  if (given.kind === 'value') return { ...nothing, value: given.value, missing: null };
  const { numerator, denominator } = given;
  const per = measure.valueForm === 'share' ? perHundred : measure.ratePer;
  return { value: (per * numerator) / denominator, numerator, denominator, missing: null };
}
