import {
  defaultRule,
  protectCount,
  protectPercentage,
  type HiddenReason,
  type Rule
} from '#modules/disclosure';
import type { Figure, ValueForm } from '#modules/improvement';

/** Figures as the API gives them: as they are recorded where a token may see that, else by the rule of the output `api`. */

export type SafeFigure = {
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
const because = (reason: HiddenReason | string): SafeFigure => ({ ...nothing, missing: reason });

const perHundred = 100;

/**
 * One figure of a measure.
 * Units: a share is in per cent; a rate is per `ratePer`.
 */
export function safeFigure(
  figure: Figure,
  measure: { readonly valueForm: ValueForm; readonly ratePer: number },
  showsCounts: boolean,
  rule: Rule = defaultRule
): SafeFigure {
  if (figure.kind === 'missing') return because(figure.why);
  const { valueForm } = measure;
  if (figure.kind === 'value') {
    const asIs = { ...nothing, value: figure.value, missing: null };
    if (showsCounts || valueForm !== 'count') return asIs;
    const safe = protectCount(figure.value, rule);
    if (!safe.ok) return because('not-a-count');
    return safe.value.kind === 'shown'
      ? { ...asIs, value: safe.value.value }
      : because(safe.value.reason);
  }
  const { numerator, denominator } = figure;
  const per = valueForm === 'share' ? perHundred : measure.ratePer;
  if (showsCounts) {
    return { value: (per * numerator) / denominator, numerator, denominator, missing: null };
  }
  const part = protectCount(numerator, rule);
  if (!part.ok) return because('not-a-count');
  if (part.value.kind === 'hidden') return because(part.value.reason);
  if (valueForm === 'rate') {
    const rounded = part.value.value;
    return { value: (per * rounded) / denominator, numerator: rounded, denominator, missing: null };
  }
  const share = protectPercentage(numerator, denominator, rule);
  const whole = protectCount(denominator, rule);
  if (!share.ok || !whole.ok) return because('not-a-count');
  if (share.value.kind === 'hidden') return because(share.value.reason);
  if (whole.value.kind === 'hidden') return because(whole.value.reason);
  return {
    value: share.value.value,
    numerator: part.value.value,
    denominator: whole.value.value,
    missing: null
  };
}
