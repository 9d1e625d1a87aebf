import type { Figure, FiguresByGroup, LatestFigure, Measure, NewestFigure } from '../types.ts';
import { inOrder, latestOf, stretches, withMissingPeriods } from './trend.ts';

/** The lines that figures make: which group leads, what may be joined, and what stands at the end. */

/** The group whose line leads: everybody, else the poorer group of the gap, else the first. */
export function leadingGroup(
  breakdowns: readonly string[],
  gap: { readonly better: string; readonly poorer: string } | null
): string {
  return breakdowns.includes('all') ? 'all' : (gap?.poorer ?? breakdowns[0] ?? 'all');
}

/** The figures of an area for one group, with the periods in which nothing was collected put in. */
export function lineOf(
  figures: FiguresByGroup | undefined,
  group: string,
  measure: Measure
): Figure[] {
  return withMissingPeriods(figures?.get(group) ?? [], measure.missingPeriods, measure.periodKind);
}

/** The lines a drawing may join: never across a break or a missing figure. */
export function joinedLines(figures: readonly Figure[], measure: Measure): LatestFigure[][] {
  const lines = stretches(figures, (figure) => figure.value, measure.breaks, measure.periodKind);
  return lines as LatestFigure[][]; // a stretch holds no figure without a value
}

/** The latest figure, and what stands in for it when the newest period has none. */
export function newestOf(figures: readonly Figure[]): NewestFigure {
  const newest = inOrder(figures).at(-1);
  const latest = latestOf(figures);
  const isMissing = newest !== undefined && newest.value === null;
  return {
    latest,
    newestMissing: isMissing ? { period: newest.period, status: newest.status } : null
  };
}
