import { analyseChart, type Analysis, type ChartProblem } from '#modules/charts';
import type { Result } from '#core/result';
import { countsOfShare, followedShares } from './figures.ts';
import type { Cycle, Programme } from './types.ts';

/**
 * One share followed over the cycles as a P chart: its limits allow for cycles of different size. A cycle without one of the two counts is
 * missing, never zero. Refuses what the charts module refuses, no values among it.
 */
export function analyseShare(
  programme: Programme,
  cycles: readonly Cycle[],
  id: string
): Result<Analysis, ChartProblem> {
  return analyseChart({
    type: 'p',
    xKind: 'date',
    measure: followedShares(programme).find((one) => one.id === id)?.title ?? programme.title,
    improvement: 'increase',
    points: cycles.map((cycle) => {
      const { part, whole } = countsOfShare(programme, cycle, id);
      return part === null || whole === null || whole === 0
        ? { x: cycle.startsOn, y: null, whyMissing: 'not-collected' as const }
        : { x: cycle.startsOn, y: part, n: whole };
    })
  });
}
