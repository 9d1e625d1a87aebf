import { hiddenWords, whatLeaves, type Left, type Sight } from '#modules/disclosure';
import type { Measure } from './kinds.ts';
import type { Figure, MeasureValue } from '../types.ts';

/** A figure of a measure that leaves, or the reason that may be told. */
export type SafeFigure = Left<Figure>;

/**
 * Values of a measure as somebody may have them who sees counts by a rule: counts rounded, and hidden (as `suppressed`, with the
 * reason in place of the note) where the rule hides the count, the group, what remains of it, nobody or everybody. A number that
 * counts nobody (days, a score) stands as it is. Notes stay behind, for one may tell the very count that is hidden.
 *
 * Assumes: each value is of its own period, and no total of them is given.
 *
 * @example
 * // Under the default rule 13 of 20 becomes hidden (7 remain), 11 of 20 becomes 10 of 20, 3 becomes hidden.
 */
export function safeValues(
  measure: Pick<Measure, 'valueForm'>,
  values: readonly MeasureValue[],
  sight: Sight
): MeasureValue[] {
  return values.map((value) => {
    const safe = safeFigure(measure, value.figure, sight);
    if (safe.kind === 'hidden') {
      const figure: Figure = { kind: 'missing', why: 'suppressed' };
      return { ...value, figure, note: hiddenWords[safe.reason] };
    }
    return { ...value, figure: safe.figure, note: safeNote(value.note, sight) };
  });
}

/** One figure of a measure as somebody may have it. Assumes what `safeValues` assumes. */
export function safeFigure(
  { valueForm }: Pick<Measure, 'valueForm'>,
  figure: Figure,
  sight: Sight
): SafeFigure {
  if (figure.kind === 'missing') return { kind: 'shown', figure, isRounded: false };
  if (figure.kind === 'value') {
    const { value } = figure;
    if (valueForm === 'value') return as(whatLeaves('number', { value }, sight), () => figure);
    return as(whatLeaves('count', { count: value }, sight), ({ count }) => ({
      kind: 'value',
      value: count
    }));
  }
  const { numerator: part, denominator: whole } = figure;
  const kind = valueForm === 'share' ? 'share' : 'rate';
  return as(whatLeaves(kind, { part, whole }, sight), (left) => ({
    kind: 'ratio',
    numerator: left.part,
    denominator: left.whole
  }));
}

/** A note beside a figure as somebody may have it; empty where it stays behind. */
export function safeNote(text: string, sight: Sight): string {
  const note = whatLeaves('note', { text }, sight);
  return note.kind === 'shown' ? note.figure.text : '';
}

function as<From>(left: Left<From>, figureOf: (from: From) => Figure): SafeFigure {
  return left.kind === 'shown' ? { ...left, figure: figureOf(left.figure) } : left;
}
