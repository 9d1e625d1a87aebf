import { err, ok, type Result } from '#core/result';
import type { Figure, ValueForm } from '../types.ts';

/** Where a number of one entry stands. */
export type FigureColumn = 'value' | 'numerator' | 'denominator';

/** What may be wrong with the figures of one entry. */
export type FigureProblem =
  | { readonly kind: 'denominator-not-positive'; readonly denominator: number }
  | { readonly kind: 'more-than-all'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'below-zero'; readonly value: number; readonly column: FigureColumn }
  | { readonly kind: 'count-not-whole'; readonly value: number; readonly column: FigureColumn }
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
    return form === 'count' ? checkCount(figure, figure.value, 'value') : ok(figure);
  }
  const { numerator, denominator } = figure;
  if (denominator <= 0) return err({ kind: 'denominator-not-positive', denominator });
  const counted = checkCount(figure, numerator, 'numerator');
  if (!counted.ok || form === 'rate') return counted;
  if (numerator > denominator) return err({ kind: 'more-than-all', numerator, denominator });
  return checkCount(figure, denominator, 'denominator');
}

function checkCount(
  figure: Figure,
  value: number,
  column: FigureColumn
): Result<Figure, FigureProblem> {
  if (value < 0) return err({ kind: 'below-zero', value, column });
  return Number.isInteger(value) ? ok(figure) : err({ kind: 'count-not-whole', value, column });
}
