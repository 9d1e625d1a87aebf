import { err, ok, type Result } from '#core/result';
import type { Figure, ValueForm } from './types.ts';

/** What may be wrong with the figures of one entry. */
export type FigureProblem =
  | { readonly kind: 'denominator-not-positive'; readonly denominator: number }
  | { readonly kind: 'more-than-all'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'below-zero'; readonly value: number }
  | { readonly kind: 'count-not-whole'; readonly value: number }
  | { readonly kind: 'wrong-form'; readonly form: ValueForm };

/** Whether entries of this form are a numerator with a denominator. */
export function isRatio(form: ValueForm): boolean {
  return form === 'share' || form === 'rate';
}

/**
 * Whether a figure can stand for a measure of this form.
 * Refuses: a denominator of zero or less; a share of more than all; a count or numerator below zero; half a child; a value
 * where a share is asked for.
 */
export function checkFigure(form: ValueForm, figure: Figure): Result<Figure, FigureProblem> {
  if (figure.kind === 'missing') return ok(figure);
  if ((figure.kind === 'ratio') !== isRatio(form)) return err({ kind: 'wrong-form', form });
  if (figure.kind === 'value') {
    if (form !== 'count') return ok(figure);
    if (figure.value < 0) return err({ kind: 'below-zero', value: figure.value });
    if (!Number.isInteger(figure.value))
      return err({ kind: 'count-not-whole', value: figure.value });
    return ok(figure);
  }
  const { numerator, denominator } = figure;
  if (denominator <= 0) return err({ kind: 'denominator-not-positive', denominator });
  if (numerator < 0) return err({ kind: 'below-zero', value: numerator });
  if (!Number.isInteger(numerator)) return err({ kind: 'count-not-whole', value: numerator });
  if (form === 'share' && !Number.isInteger(denominator)) {
    return err({ kind: 'count-not-whole', value: denominator });
  }
  if (form === 'share' && numerator > denominator) {
    return err({ kind: 'more-than-all', numerator, denominator });
  }
  return ok(figure);
}
