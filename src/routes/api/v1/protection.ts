import type { WhyMissing } from '#modules/charts';
import type { Sight, ToldReason } from '#modules/disclosure';
import { safeFigure, type Figure, type ValueForm } from '#modules/improvement';

/** Figures as the API gives them: as they are recorded where a token may see that, else by the rule of the output `api`. */

export type GivenFigure = {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: ToldReason | WhyMissing | null;
};

export function ruleWords(sight: Sight): string {
  if (sight.kind === 'as-recorded')
    return 'As recorded, small numbers included: this token may see counts.';
  const { hideFrom, hideTo, roundTo } = sight.rule;
  return `Counts ${hideFrom} to ${hideTo} are hidden, others are rounded to ${roundTo}; shares come from rounded counts. Measures that are plain numbers are as recorded.`;
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
  sight: Sight
): GivenFigure {
  const safe = safeFigure(measure, figure, sight);
  if (safe.kind === 'hidden') return { ...nothing, missing: safe.reason };
  const given = safe.figure;
  if (given.kind === 'missing') return { ...nothing, missing: given.why };
  if (given.kind === 'value') return { ...nothing, value: given.value, missing: null };
  const { numerator, denominator } = given;
  const per = measure.valueForm === 'share' ? perHundred : measure.ratePer;
  return { value: (per * numerator) / denominator, numerator, denominator, missing: null };
}
