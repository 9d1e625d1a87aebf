import { describe, expect, test } from 'vitest';
import { analysisOf, monthlyRows, numbered, waitingTimes } from '../builders.ts';
import { ruleSets } from '../rules/rule-sets.ts';
import type { RuleSet } from '../rules/rule.ts';
import type { ChartSpec } from '../types.ts';
import { analyseChart } from './analyse.ts';
import { chartProblemSentence } from './problem-sentences.ts';

const steady = [5, 7, 6, 4, 6, 5, 7, 4, 6, 5, 4, 7];

describe('what a chart says', () => {
  test('is that nothing is beyond chance, with what to expect', () => {
    const analysis = analysisOf({
      type: 'i',
      measure: 'Visits',
      xKind: 'date',
      points: monthlyRows(steady)
    });
    expect(analysis.signals).toEqual([]);
    expect(analysis.verdicts).toMatchObject([{ outcome: 'no-signal' }]);
    expect(analysis.summary).toBe(
      'Visits: no change from Jan 2023 to Dec 2023 beyond what chance alone would give. The mean of 12 values from Jan 2023 to Dec 2023 is 5.5; values between 0.7 and 10.3 are to be expected.'
    );
  });

  test('is which rule was broken, by which points, since when', () => {
    const analysis = analysisOf({
      type: 'run',
      xKind: 'date',
      points: monthlyRows(waitingTimes),
      improvement: 'decrease',
      unit: 'days'
    });
    const run = analysis.signals.find(({ rule }) => rule === 'longest-run');
    expect(run).toMatchObject({
      from: '2024-06-01',
      to: '2025-02-01',
      direction: 'down',
      meaning: 'improvement',
      points: [18, 19, 20, 21, 22, 23, 24, 25, 26]
    });
    expect(run?.sentence).toBe(
      '9 points in a row, from Jun 2024 to Feb 2025, lie below the median; chance seldom gives more than 8. That is the direction wanted.'
    );
    expect(analysis.points[20]).toMatchObject({ rules: ['longest-run'], meaning: 'improvement' });
    expect(analysis.points[3]).toMatchObject({ rules: [], meaning: null });
  });

  test('is that it cannot be told from too few points', () => {
    const analysis = analysisOf({ type: 'run', ...numbered([1, 2, 3, 4, 9, 9, 9]) });
    expect(analysis.verdicts[0]?.outcome).toBe('too-few-points');
    expect(analysis.variation).toBeNull();
    expect(analysis.summary).toContain('too few to tell a change from chance');
  });

  test('is that there is no variation, with limits at the centre line', () => {
    const analysis = analysisOf({ type: 'i', ...numbered(Array.from({ length: 14 }, () => 3)) });
    expect(analysis.verdicts[0]?.outcome).toBe('no-variation');
    expect(analysis.points[0]).toMatchObject({ centre: 3, lower: 3, upper: 3, outside: false });
    expect(analysis.summary).toBe('All 14 values are the same, 3: there is no variation to judge.');
  });

  test('is that there are no values, when all are missing', () => {
    const analysis = analysisOf({
      type: 'p',
      xKind: 'index',
      points: [{ x: 1, y: null, n: null }]
    });
    expect(analysis.summary).toBe('There are no values to show yet.');
    expect(analysis.points[0]).toMatchObject({ value: null, centre: null });
  });

  test('speaks of the newest phase and of how far it moved', () => {
    const analysis = analysisOf({
      type: 'i',
      xKind: 'date',
      points: monthlyRows(waitingTimes),
      unit: 'days',
      phases: [{ startsAt: '2024-06-01', label: 'Walk-in clinic' }]
    });
    expect(analysis.phases).toMatchObject([
      { phase: 1, from: 1, to: 17, label: null },
      { phase: 2, from: 18, to: 26, label: 'Walk-in clinic' }
    ]);
    expect(analysis.summary).toContain(
      'Down from 33.3 days to 26.2 days since Jun 2024, more than chance would do. These are the means of 17 values before and 9 since.'
    );
    expect(analysis.verdicts[1]?.outcome).toBe('too-few-points');
  });

  test('gives a target a sentence when limits and direction are known', () => {
    const spec: ChartSpec = { type: 'i', ...numbered(steady), improvement: 'increase', target: 20 };
    const analysis = analysisOf(spec);
    expect(analysis.assurance).toBe('failing');
    expect(analysis.summary).toContain('the target of 20 will not be met without a change.');
    expect(analysisOf({ ...spec, target: 0.1 }).assurance).toBe('passing');
    expect(analysisOf({ ...spec, target: 6 }).assurance).toBe('hit-and-miss');
    expect(analysisOf({ ...spec, improvement: 'neutral' }).assurance).toBeNull();
  });

  test('suggests a new phase without making one', () => {
    const analysis = analysisOf({ type: 'run', xKind: 'date', points: monthlyRows(waitingTimes) });
    expect(analysis.phases).toHaveLength(1);
    expect(analysis.suggestion).toMatchObject({
      startsAt: '2024-06-01',
      oldCentre: 33,
      newCentre: 26
    });
    expect(analysis.suggestion?.sentence).toContain('If you know what changed then');
  });
});

/** Families with a story at bedtime: 42% or so, then 73% or so from the tenth month on. */
const bedtime = [41, 44, 40, 43, 42, 45, 42, 39, 43, 71, 74, 73, 70, 76, 72, 75, 73, 74];

describe('a measure that rose past its goal', () => {
  const spec: ChartSpec = {
    type: 'run',
    xKind: 'date',
    points: monthlyRows(bedtime),
    measure: 'Story at bedtime',
    unit: '%',
    improvement: 'increase',
    target: { value: 70, label: 'Goal' }
  };

  test('is said first: from where to where, since when, and whether chance would do that', () => {
    expect(analysisOf(spec).summary).toMatch(
      /^Story at bedtime: up from 42% to 73% since Oct 2023, more than chance would do\. That is the direction wanted\. These are the medians of 9 values before and 9 since\. /
    );
  });

  test('says that its latest values reach the goal', () => {
    expect(analysisOf(spec).summary).toMatch(/The latest 9 values reach the goal of 70%\.$/);
    expect(analysisOf({ ...spec, target: 80 }).summary).toMatch(
      /The latest value, 74%, does not reach the target of 80%\.$/
    );
  });

  test('calls no point before the rise a change for the worse', () => {
    const { points, signals } = analysisOf(spec);
    expect(points.slice(0, 9).map(({ meaning }) => meaning)).not.toContain('concern');
    expect(points.slice(9).map(({ meaning }) => meaning)).toContain('improvement');
    expect(signals.filter(({ meaning }) => meaning === 'concern')).toEqual([]);
    expect(signals[0]?.sentence).toContain('That was before the rise.');
  });

  test('is offered a phase from the month of the rise, though too short for a baseline of 13', () => {
    expect(analysisOf(spec).suggestion).toMatchObject({
      startsAt: '2023-10-01',
      oldCentre: 42,
      newCentre: 73
    });
  });

  test('does not call the level before a fall the direction wanted', () => {
    const fallen = analysisOf({ ...spec, points: monthlyRows([...bedtime].reverse()) });
    expect(fallen.summary).toContain('down from 73% to 42% since Oct 2023, more than chance');
    expect(fallen.summary).toContain('That is not the direction wanted.');
    expect(fallen.points.slice(0, 9).map(({ meaning }) => meaning)).not.toContain('improvement');
  });

  test('makes no promise about the target from limits drawn over both levels', () => {
    const analysis = analysisOf({ ...spec, type: 'i' });
    expect(analysis.assurance).toBeNull();
    expect(analysis.summary).toContain('up from 42.1% to 73.1% since Oct 2023');
    expect(analysis.summary).not.toContain('are to be expected');
  });

  test('has not risen when its latest values are back where they were', () => {
    const back = [...bedtime, 44, 42, 41, 43, 42, 40, 43, 41];
    const analysis = analysisOf({ ...spec, points: monthlyRows(back) });
    expect(analysis.phases[0]?.shift).toBeNull();
    expect(analysis.summary).not.toContain(' since ');
  });

  test('judges a phase that somebody marked against the phase before it', () => {
    const phases = [{ startsAt: '2023-10-01' }];
    expect(analysisOf({ ...spec, phases }).summary).toContain(
      'Story at bedtime: up from 42% to 73% since Oct 2023, more than chance would do.'
    );
    const short = analysisOf({ ...spec, points: spec.points.slice(0, 12), phases });
    expect(short.summary).toContain(
      'up from 42% to 73% since Oct 2023, with too few values to tell that from chance.'
    );
    const steadyOn = analysisOf({
      ...spec,
      points: monthlyRows([...steady, ...steady, 6]),
      phases
    });
    expect(steadyOn.summary).toMatch(/which chance could do as well|stays at/);
  });
});

describe('a frozen baseline in words', () => {
  test('is not called the centre of all values', () => {
    const { summary } = analysisOf({
      type: 'i',
      xKind: 'date',
      points: monthlyRows([...steady, ...steady]),
      freeze: 12
    });
    expect(summary).toContain('The mean of 12 values of the baseline from Jan 2023 to Dec 2023 is');
  });
});

describe('points', () => {
  test('of P charts come in per cent, with what they were counted from', () => {
    const analysis = analysisOf({
      type: 'p',
      xKind: 'date',
      points: monthlyRows([31, 20], [50, 50]),
      target: 60
    });
    expect(analysis.unit).toBe('%');
    expect(analysis.points[0]).toMatchObject({
      value: 62,
      numerator: 31,
      denominator: 50,
      centre: 51
    });
  });

  test('left out change no limit, are still drawn, and are not signals', () => {
    const rows = monthlyRows([...steady, 99]);
    const without = analysisOf({ type: 'i', xKind: 'date', points: rows.slice(0, 12) });
    const analysis = analysisOf({
      type: 'i',
      xKind: 'date',
      points: rows,
      exclude: ['2024-01-01']
    });
    expect(analysis.phases[0]?.upper).toBe(without.phases[0]?.upper);
    expect(analysis.points[12]).toMatchObject({
      value: 99,
      included: false,
      outside: true,
      rules: []
    });
    expect(analysis.signals).toEqual([]);
  });

  test('keep the reason why a value is missing', () => {
    const points = [
      ...monthlyRows([4, 6]),
      { x: '2023-03-01', y: null, whyMissing: 'suppressed' as const }
    ];
    expect(analysisOf({ type: 'run', xKind: 'date', points }).points[2]).toMatchObject({
      value: null,
      whyMissing: 'suppressed'
    });
  });

  test('are put in order of time, and rows of one date are put together', () => {
    const points = [
      { x: '2024-02-01', y: 3, n: 10 },
      { x: '2024-01-01', y: 1, n: 10 },
      { x: '2024-02-01', y: 5, n: 10 }
    ];
    expect(analysisOf({ type: 'p', xKind: 'date', points }).points).toMatchObject([
      { label: 'Jan 2024', value: 10, rows: 1 },
      { label: 'Feb 2024', value: 40, rows: 2, denominator: 20 }
    ]);
  });

  test('can be cut to weeks, months or quarters', () => {
    const points = [
      { x: '2024-05-07', y: 1 },
      { x: '2024-05-12', y: 2 },
      { x: '2024-05-13', y: 4 }
    ];
    const by = (period: 'week' | 'month' | 'quarter') =>
      analysisOf({ type: 'c', xKind: 'date', points, period }).points.map(
        ({ label, value }) => `${label}: ${value ?? ''}`
      );
    expect(by('week')).toEqual(['6 May 2024: 3', '13 May 2024: 4']);
    expect(by('month')).toEqual(['May 2024: 7']);
    expect(by('quarter')).toEqual(['Apr–Jun 2024: 7']);
  });
});

describe('rows with a missing value among them', () => {
  const points = [
    { x: '2024-01-03', y: 5 },
    { x: '2024-01-09', y: null },
    { x: '2024-02-02', y: 4 }
  ];

  test('have no sum, which would say too little', () => {
    const sums = (type: 'run' | 'c') =>
      analysisOf({ type, xKind: 'date', points, period: 'month', aggregate: 'sum' }).points.map(
        ({ value }) => value
      );
    expect(sums('run')).toEqual([null, 4]);
    expect(sums('c')).toEqual([null, 4]);
  });
});

describe('a frozen baseline', () => {
  test('sets the limits that later points are compared with', () => {
    const analysis = analysisOf({
      type: 'i',
      xKind: 'date',
      points: monthlyRows(waitingTimes),
      freeze: 12
    });
    const alone = analysisOf({
      type: 'i',
      xKind: 'date',
      points: monthlyRows(waitingTimes.slice(0, 12))
    });
    expect(analysis.phases[0]).toMatchObject({ frozenTo: 12, upper: alone.phases[0]?.upper });
  });

  test('counts inside every phase, and a short phase is all baseline', () => {
    const analysis = analysisOf({
      type: 'i',
      xKind: 'date',
      points: monthlyRows(waitingTimes),
      freeze: 12,
      phases: [{ startsAt: '2024-06-01' }]
    });
    expect(analysis.phases).toMatchObject([{ frozenTo: 12 }, { frozenTo: null }]);
    expect(analysis.points.filter(({ baseline }) => baseline)).toHaveLength(12 + 9);
  });
});

describe('the icon for the last point', () => {
  const rising = [...steady, 5, 9, 9, 10, 9, 9, 10, 9];

  test('follows the direction wanted', () => {
    const icon = (improvement: 'increase' | 'decrease' | 'neutral') =>
      analysisOf({ type: 'i', ...numbered(rising), ruleSet: 'mdc', freeze: 13, improvement })
        .variation;
    expect(icon('increase')).toBe('improvement-high');
    expect(icon('decrease')).toBe('concern-high');
    expect(icon('neutral')).toBe('neutral-high');
  });

  test('is common cause where nothing is broken', () => {
    expect(analysisOf({ type: 'i', ...numbered([...steady, 5]), ruleSet: 'mdc' }).variation).toBe(
      'common-cause'
    );
  });
});

describe('a rule set of one’s own', () => {
  test('is a known one with other lengths', () => {
    const values = [...steady, 5, 8, 9, 8, 9, 8, 9];
    const six: RuleSet = {
      ...ruleSets.mdc,
      rules: [{ kind: 'same-side', length: 6, onCentre: 'breaks' }]
    };
    const spec: ChartSpec = { type: 'i', ...numbered(values), freeze: 13, ruleSet: 'mdc' };
    expect(analysisOf(spec).signals.map(({ rule }) => rule)).not.toContain('same-side');
    expect(analysisOf({ ...spec, ruleSet: six }).signals).toMatchObject([
      { rule: 'same-side', points: [14, 15, 16, 17, 18, 19] }
    ]);
  });
});

describe('categories', () => {
  test('have no runs: only limits speak', () => {
    const points = ['Ashby', 'Birch', 'Cowal', 'Dene'].map((x, i) => ({
      x,
      y: i === 2 ? 60 : 20,
      n: 100
    }));
    const analysis = analysisOf({ type: 'p', xKind: 'category', points });
    expect(analysis.signals.map(({ rule, from }) => [rule, from])).toEqual([['outside', 'Cowal']]);
  });
});

describe('a chart is refused', () => {
  const row = (y: number | null, n?: number) => [{ x: 1, y, ...(n === undefined ? {} : { n }) }];
  const cases: { why: string; spec: ChartSpec; kind: string }[] = [
    { why: 'without points', spec: { type: 'run', xKind: 'index', points: [] }, kind: 'no-points' },
    {
      why: 'with a word for a date',
      spec: { type: 'run', xKind: 'date', points: [{ x: 'spring', y: 1 }] },
      kind: 'not-a-date'
    },
    {
      why: 'with a day that does not exist',
      spec: { type: 'run', xKind: 'date', points: [{ x: '2024-02-30', y: 1 }] },
      kind: 'not-a-date'
    },
    {
      why: 'with a word for a number',
      spec: { type: 'run', xKind: 'index', points: [{ x: 'a', y: 1 }] },
      kind: 'not-a-number'
    },
    {
      why: 'with an infinite value',
      spec: { type: 'run', xKind: 'index', points: row(Infinity) },
      kind: 'not-a-number'
    },
    {
      why: 'as a P chart without denominators',
      spec: { type: 'p', xKind: 'index', points: row(1) },
      kind: 'denominators-needed'
    },
    {
      why: 'as a P chart of 5 out of 4',
      spec: { type: 'p', xKind: 'index', points: row(5, 4) },
      kind: 'more-than-all'
    },
    {
      why: 'as a U chart of events without any area',
      spec: { type: 'u', xKind: 'index', points: row(2, 0) },
      kind: 'more-than-all'
    },
    {
      why: 'with a negative count',
      spec: { type: 'c', xKind: 'index', points: row(-1) },
      kind: 'negative-count'
    },
    {
      why: 'with a negative denominator',
      spec: { type: 'u', xKind: 'index', points: row(1, -2) },
      kind: 'negative-denominator'
    },
    {
      why: 'as a T chart with a time of zero',
      spec: { type: 't', xKind: 'index', points: row(0) },
      kind: 'time-not-above-zero'
    },
    {
      why: 'with a phase that begins after the end',
      spec: { type: 'run', xKind: 'index', points: row(1), phases: [{ startsAt: 9 }] },
      kind: 'no-such-point'
    },
    {
      why: 'with a point to leave out that is not there',
      spec: { type: 'run', xKind: 'index', points: row(1), exclude: [9] },
      kind: 'no-such-point'
    },
    {
      why: 'with a baseline of one point',
      spec: { type: 'i', xKind: 'index', points: row(1), freeze: 1 },
      kind: 'baseline-too-short'
    },
    {
      why: 'with half a point of baseline',
      spec: { type: 'i', xKind: 'index', points: row(1), freeze: 2.5 },
      kind: 'baseline-not-whole'
    },
    {
      why: 'with rules that need limits on a run chart',
      spec: { type: 'run', xKind: 'index', points: row(1), ruleSet: 'nelson' },
      kind: 'rules-need-limits'
    },
    {
      why: 'as an X-bar chart of medians, whose limits would be those of means',
      spec: { type: 'xbar', xKind: 'index', points: row(1), aggregate: 'median' },
      kind: 'bad-setting'
    },
    {
      why: 'as an X-bar chart with denominators',
      spec: { type: 'xbar', xKind: 'index', points: row(1, 4) },
      kind: 'bad-setting'
    },
    {
      why: 'with a factor of zero',
      spec: { type: 'run', xKind: 'index', points: row(1), multiply: 0 },
      kind: 'bad-setting'
    }
  ];

  test.each(cases)('$why', ({ spec, kind }) => {
    const answer = analyseChart(spec);
    expect(answer).toMatchObject({ ok: false, error: { kind } });
    if (!answer.ok) expect(chartProblemSentence(answer.error)).toMatch(/^[A-Z“].*\.$/);
  });
});
