import { describe, expect, test } from 'vitest';
import type { FactorId, OutcomeId } from '#modules/vocabulary';
import { gapOf } from '../figures/gap.ts';
import { groupNeed } from '../need/need-groups.ts';
import type { IndicatorValue, Measure, OwnStatus } from '../types.ts';
import { dotsSentence, gapSentence, trendSentence } from './sentences.ts';
import { besideTable, gapTable, trendTable } from './tables.ts';

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
    id: period,
    period,
    starts: `${period.slice(0, 4)}-09-01`,
    area: '',
    breakdown: 'all',
    value: given.value,
    numerator: given.numerator ?? null,
    denominator: given.denominator ?? null,
    status: given.status ?? 'final',
    note: '',
    indicatorId: 'one',
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

test('the table of a trend says of other lines too what is missing or may change, and once what all miss', () => {
  const here = [
    value('2022/23', { value: null, status: 'not-collected' }),
    value('2023/24', { value: 61 })
  ];
  const nation = [
    value('2022/23', { value: null, status: 'not-collected' }),
    value('2023/24', { value: 60, status: 'provisional' })
  ];
  const lines = [
    { id: 'here', role: 'here', name: 'Trafford', figures: here },
    { id: 'nation', role: 'nation', name: 'England', figures: nation }
  ] as const;
  expect(trendTable(lines, measure).rows).toEqual([
    { name: '2023/24', values: [61, 60], note: 'England: provisional: it may be revised' },
    { name: '2022/23', values: [null, null], note: 'Not collected' }
  ]);
});

test('the table of a trend names its baseline where the figure stands, and the target beneath with its day', () => {
  const figures = [value('2022/23', { value: 70 }), value('2023/24', { value: 72 })];
  const lines = [{ id: 'here', role: 'here', name: 'Trafford', figures }] as const;
  const aims = { target: 78, targetBy: '2027-03-31' };
  const published = { baseline: { value: 70, period: '2022/23' }, ...aims };
  expect(trendTable(lines, measure, published).rows).toEqual([
    { name: '2023/24', values: [72], note: '' },
    { name: '2022/23', values: [70], note: 'Baseline' },
    { name: 'Target', values: [78], note: 'By 31 March 2027' }
  ]);
  // A baseline that somebody typed and that no period has.
  const typed = { baseline: { value: 65, period: 'Before the hub' }, target: null, targetBy: null };
  expect(trendTable(lines, measure, typed).rows.at(-1)).toEqual({
    name: 'Baseline',
    values: [65],
    note: 'Before the hub'
  });
  const says = trendSentence({
    ...measure,
    ...published,
    areaName: 'Trafford',
    first: null,
    latest: { period: '2023/24', value: 72, status: 'provisional' },
    comparisons: [],
    breakFrom: null
  });
  expect(says).toBe(
    'Trafford is at 72.0% in 2023/24 (provisional). The baseline is 70.0% (2022/23). The target is 78.0% by 31 March 2027.'
  );
});

test('a gap stands beside the same gap in the nation and the region, each in a column and in words', () => {
  const of = (better: number, poorer: number) =>
    gapOf(
      new Map([
        ['better', [value('2023/24', { value: better })]],
        ['poorer', [value('2023/24', { value: poorer, status: 'provisional' })]]
      ]),
      { better: 'better', poorer: 'poorer' },
      measure,
      { areaName: 'Trafford', betterOffTitle: 'Better off', poorerTitle: 'Poorer' }
    );
  const [here, nation] = [of(77, 48), of(72, 51)];
  if (!here?.latest || !nation) throw new Error('no gap');
  const beside = [
    { id: 'nation', name: 'England', points: nation.points },
    { id: 'region', name: 'North West', points: nation.points }
  ] as const;
  const table = gapTable({ ...here, beside }, measure);
  expect(table.headings).toEqual([
    ...['Period', 'Better off', 'Poorer', 'Gap', 'Gap: England', 'Gap: North West', 'Note']
  ]);
  expect(table.rows[0]).toEqual({
    name: '2023/24',
    values: [77, 48, 29, 21, 21],
    note: 'Provisional: it may be revised'
  });
  expect(gapSentence({ ...here, ...here.latest, beside, unit: 'percent', decimals: 1 })).toBe(
    'Poorer: 48.0%. Better off: 77.0%. Gap: 29.0 points. Provisional: it may be revised. In England it is 21.0 points, in the North West 21.0 points.'
  );
});

test('an area beside others says why it has no figure: hidden is not the same as not published', () => {
  const row = (name: string, status: 'not-published' | 'provisional', figure: number | null) => ({
    ...{ code: name, name, value: figure, status, isHere: false }
  });
  const rows = [row('Bury', 'not-published', null), row('Surrey', 'provisional', 70)];
  const table = besideTable(
    { id: 'neighbours', kind: 'neighbours', name: '', period: '2023/24', rows },
    measure
  );
  expect(table.rows.map(({ note }) => note)).toEqual([
    'Not published',
    'Provisional: it may be revised'
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

describe('figures of one group alone', () => {
  const group = { ...measure, groupTitle: 'Eligible for free school meals' };
  const figures = [value('2023/24', { value: 48 })];
  const beside = {
    id: 'neighbours',
    kind: 'neighbours' as const,
    name: '',
    period: '2023/24',
    rows: [
      { code: 'a', name: 'Trafford', value: 48, status: 'published' as const, isHere: true },
      { code: 'b', name: 'Ashby', value: 45, status: 'published' as const, isHere: false }
    ]
  };

  test('say so in the headings of their tables, and so in the files', () => {
    const lines = [{ id: 'here', role: 'here' as const, name: 'Trafford', figures }];
    expect(trendTable(lines, group).headings).toEqual([
      'Period',
      'Trafford, eligible for free school meals',
      'Note'
    ]);
    expect(besideTable(beside, group).headings).toEqual([
      'Area',
      '2023/24, eligible for free school meals',
      'Note'
    ]);
  });

  test('say so at the beginning of their sentences', () => {
    const [latest] = figures;
    if (latest === undefined || latest.value === null) throw new Error('made up above');
    expect(
      trendSentence({
        ...group,
        areaName: 'Trafford',
        first: null,
        latest: { period: latest.period, value: latest.value, status: 'published' },
        comparisons: [],
        breakFrom: null,
        baseline: null,
        target: null,
        targetBy: null,
        decimals: 0
      })
    ).toBe('Eligible for free school meals only: Trafford is at 48% in 2023/24.');
    expect(dotsSentence(beside, [], { ...group, decimals: 0 })).toMatch(
      /^Eligible for free school meals only: 1 statistical neighbours lie between/
    );
  });
});
