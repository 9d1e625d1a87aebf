import { protectCount, protectPercentage, type HiddenReason, type Rule } from '#modules/disclosure';
import type { Figure, Measure, MeasureValue } from './types.ts';

/** A figure that may leave, or why it may not. A reason `not-a-count`: it should count people and is not whole. */
export type SafeFigure =
  | { readonly kind: 'shown'; readonly figure: Figure }
  | { readonly kind: 'hidden'; readonly reason: HiddenReason | 'not-a-count' };

const hidden = (reason: HiddenReason | 'not-a-count'): SafeFigure => ({ kind: 'hidden', reason });
const shown = (figure: Figure): SafeFigure => ({ kind: 'shown', figure });

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
  return values.map((value) => {
    const safe = safeFigure(measure, value.figure, rule);
    const figure: Figure =
      safe.kind === 'shown' ? safe.figure : { kind: 'missing', why: 'suppressed' };
    return { ...value, figure };
  });
}

/** One figure of a measure as it may leave, for whoever says why it is hidden. Assumes what `safeValues` assumes. */
export function safeFigure(
  { valueForm }: Pick<Measure, 'valueForm'>,
  figure: Figure,
  rule: Rule
): SafeFigure {
  if (figure.kind === 'missing' || valueForm === 'value') return shown(figure);
  if (figure.kind === 'value') {
    const count = protectCount(figure.value, rule);
    if (!count.ok) return hidden('not-a-count');
    return count.value.kind === 'shown'
      ? shown({ kind: 'value', value: count.value.value })
      : hidden(count.value.reason);
  }
  const { numerator, denominator } = figure;
  if (valueForm === 'share') {
    const share = protectPercentage(numerator, denominator, rule);
    if (!share.ok) return hidden('not-a-count');
    if (share.value.kind === 'hidden') return hidden(share.value.reason);
  }
  const part = protectCount(numerator, rule);
  if (!part.ok) return hidden('not-a-count');
  if (part.value.kind === 'hidden') return hidden(part.value.reason);
  const whole = protectCount(denominator, rule);
  if (!whole.ok) {
    // The opportunities of a rate need not be whole (bed days): they count nobody.
    return valueForm === 'rate'
      ? shown({ kind: 'ratio', numerator: part.value.value, denominator })
      : hidden('not-a-count');
  }
  return whole.value.kind === 'shown'
    ? shown({ kind: 'ratio', numerator: part.value.value, denominator: whole.value.value })
    : hidden(whole.value.reason);
}
