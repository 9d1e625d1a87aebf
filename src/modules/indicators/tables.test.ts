import { expect, test } from 'vitest';
import { groupNeed } from './need-groups.ts';
import { trendTable } from './tables.ts';
import type { FactorId, OutcomeId } from '#modules/vocabulary';
import type { IndicatorValue, OwnStatus, ValueId } from './types.ts';
import type { Measure } from './views.ts';

const measure: Measure = {
  unit: 'percent',
  decimals: 1,
  betterWhen: 'high',
  periodKind: 'academic-year',
  breaks: [{ from: '2024/25', reason: 'Counted anew.' }],
  missingPeriods: []
};

function value(
  period: string,
  given: { value: number | null; numerator?: number; denominator?: number; status?: OwnStatus }
): IndicatorValue {
  return {
    id: period as ValueId, // a name for the test
    period,
    starts: `${period.slice(0, 4)}-09-01`,
    area: '',
    breakdown: 'all',
    value: given.value,
    numerator: given.numerator ?? null,
    denominator: given.denominator ?? null,
    status: given.status ?? 'final',
    note: '',
    version: 1,
    updatedAt: new Date('2026-03-02T10:00:00Z'),
    updatedBy: 'Somebody'
  };
}

test('the table of a trend has the newest period first, with breaks and reasons in words', () => {
  const figures = [
    value('2022/23', { value: 70.04 }),
    value('2023/24', { value: null, status: 'not-collected' }),
    value('2024/25', { value: 60 })
  ];
  const { headings, rows } = trendTable(
    [{ id: 'here', role: 'here', name: 'Trafford', figures }],
    measure
  );
  expect(headings).toEqual(['Period', 'Trafford', 'Note']);
  expect(rows).toEqual([
    { name: '2024/25', values: [60], note: 'Break: Counted anew.' },
    { name: '2023/24', values: [null], note: 'Not collected' },
    { name: '2022/23', values: [70], note: '' }
  ]);
});

test('each indicator stands in one group: whole development, its first outcome, what shapes lives, or background', () => {
  const outcome = (id: string) => id as OutcomeId; // names for the test
  const factor = (id: string) => id as FactorId;
  const spine = {
    outcomes: ['communication', 'literacy', 'numeracy'].map((id) => ({
      id: outcome(id),
      title: id
    })),
    factors: [{ id: factor('breastfeeding') }]
  };
  const indicators = [
    { name: 'all three', outcomes: spine.outcomes.map((each) => each.id), factors: [] },
    { name: 'two', outcomes: [outcome('numeracy'), outcome('literacy')], factors: [] },
    { name: 'factor', outcomes: [], factors: [factor('breastfeeding')] },
    { name: 'neither', outcomes: [], factors: [] }
  ];
  const groups = groupNeed(indicators, spine).map(({ id, indicators: some }) => [
    id,
    some.map(({ name }) => name)
  ]);
  expect(groups).toEqual([
    ['whole', ['all three']],
    ['literacy', ['two']],
    ['factors', ['factor']],
    ['context', ['neither']]
  ]);
});
