import { protectCount, protectPercentage, type Rule } from '#modules/disclosure';
import type { Figure, Measure, MeasureValue } from './types.ts';

const hidden: Figure = { kind: 'missing', why: 'suppressed' };

/**
 * Values of a measure as they may leave the partnership: counts rounded, and hidden (as `suppressed`) where the rule hides
 * the count, the group, what remains of it, nobody or everybody. A number that counts nobody (days, a score) stands as it is.
 *
 * Assumes: each value is of its own period, and no total of them is given.
 *
 * @example
 * // Under the default rule 13 of 20 becomes hidden (7 remain), 11 of 20 becomes 10 of 20, 3 becomes hidden.
 */
export function safeValues(
  measure: Pick<Measure, 'valueForm'>,
  values: readonly MeasureValue[],
  rule: Rule
): MeasureValue[] {
  return values.map((value) => ({ ...value, figure: safeFigure(measure, value.figure, rule) }));
}

function safeFigure({ valueForm }: Pick<Measure, 'valueForm'>, figure: Figure, rule: Rule): Figure {
  if (figure.kind === 'missing' || valueForm === 'value') return figure;
  if (figure.kind === 'value') {
    const count = protectCount(figure.value, rule);
    return count.ok && count.value.kind === 'shown'
      ? { kind: 'value', value: count.value.value }
      : hidden;
  }
  const { numerator, denominator } = figure;
  if (valueForm === 'share') {
    const share = protectPercentage(numerator, denominator, rule);
    if (!share.ok || share.value.kind === 'hidden') return hidden;
  }
  const part = protectCount(numerator, rule);
  const whole = protectCount(denominator, rule);
  if (!part.ok || part.value.kind === 'hidden') return hidden;
  // The opportunities of a rate need not be whole (bed days): they count nobody.
  const opportunity = valueForm === 'rate' && !whole.ok ? denominator : null;
  if (opportunity !== null)
    return { kind: 'ratio', numerator: part.value.value, denominator: opportunity };
  return whole.ok && whole.value.kind === 'shown'
    ? { kind: 'ratio', numerator: part.value.value, denominator: whole.value.value }
    : hidden;
}
