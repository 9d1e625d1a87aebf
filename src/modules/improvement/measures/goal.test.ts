import { describe, expect, test } from 'vitest';
import { someMeasure, someValue } from '../builders.ts';
import { latestAtGoal } from './goal.ts';
import { analyseMeasure } from './measure-chart.ts';

describe('how many of the latest values are at the goal', () => {
  const count = (
    values: readonly (number | null)[],
    goal: number | null,
    direction: 'increase' | 'decrease' | 'neutral'
  ) => {
    const measure = someMeasure({ goal, direction });
    const analysis = analyseMeasure({
      measure,
      values: values.map((value, week) =>
        someValue(
          week,
          value === null ? { kind: 'missing', why: 'not-collected' } : { kind: 'value', value }
        )
      ),
      phases: []
    });
    if (!analysis.ok) throw new Error(analysis.error.kind);
    return latestAtGoal(measure, analysis.value);
  };

  test.each([
    [[10, 70, 60, 65, 66], 65, 'increase', 2],
    [[70, 71, 72], 65, 'increase', 3],
    [[70, 71, 64], 65, 'increase', 0],
    // A week in which nobody counted is passed over.
    [[60, 65, null, 66], 65, 'increase', 2],
    [[9, 5, 4], 5, 'decrease', 2],
    [[70, 71], null, 'increase', 0],
    [[70, 71], 65, 'neutral', 0]
  ] as const)('%j with the goal %s (%s): %d', (values, goal, direction, times) => {
    expect(count(values, goal, direction)).toBe(times);
  });
});
