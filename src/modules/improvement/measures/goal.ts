import type { Analysis } from '#modules/charts';
import type { Measure } from './kinds.ts';

/**
 * How many of the latest values, in a row, are at the goal of a measure or beyond it on the better side.
 * Values that take no part in the calculation, or that are missing, are passed over. 0 where there is no goal, or where neither
 * direction is better.
 */
export function latestAtGoal(
  { goal, direction }: Pick<Measure, 'goal' | 'direction'>,
  analysis: Pick<Analysis, 'points'>
): number {
  if (goal === null || direction === 'neutral') return 0;
  const values = analysis.points.flatMap(({ value, included }) =>
    value === null || !included ? [] : [value]
  );
  const short = values.findLastIndex((value) =>
    direction === 'increase' ? value < goal : value > goal
  );
  return values.length - 1 - short;
}
