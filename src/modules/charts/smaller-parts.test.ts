import { describe, expect, test } from 'vitest';
import { analysisOf, monthlyRows, numbered, waitingTimes } from './builders.ts';
import { specFromCsv, csvProblemSentence } from './csv-data.ts';
import { bernoulliCusum } from './cusum.ts';
import { a3, b3, b4, c4 } from './figures/constants.ts';
import { dayNumber, isoDate, periodStart } from './figures/calendar.ts';
import { assuranceOf, meaningOf, variationOf } from './icons.ts';
import { smallMultiples } from './multiples.ts';
import { paretoRows } from './pareto.ts';
import { findSustainedRuns } from './rephasing.ts';
import { dateTicks, roundTicks } from './drawing/scales.ts';

describe('constants of subgroups', () => {
  // Montgomery, appendix VI, to the four figures printed there.
  test.each([
    { size: 2, c: 0.7979, a: 2.659, low: 0, high: 3.267 },
    { size: 5, c: 0.94, a: 1.427, low: 0, high: 2.089 },
    { size: 10, c: 0.9727, a: 0.975, low: 0.284, high: 1.716 },
    { size: 25, c: 0.9896, a: 0.606, low: 0.565, high: 1.435 }
  ])('for $size are those of the tables', ({ size, c, a, low, high }) => {
    expect(c4(size)).toBeCloseTo(c, 4);
    expect(a3(size)).toBeCloseTo(a, 3);
    expect(b3(size)).toBeCloseTo(low, 3);
    expect(b4(size)).toBeCloseTo(high, 3);
  });

  test('are undefined for a single value', () => {
    expect(c4(1)).toBeNaN();
    expect(a3(1)).toBeNaN();
  });
});

describe('days', () => {
  test('are counted from 1970 and come back', () => {
    expect(dayNumber('1970-02-01')).toBe(31);
    expect(isoDate(dayNumber('2024-02-29') ?? 0)).toBe('2024-02-29');
    expect(dayNumber('2024-03')).toBe(dayNumber('2024-03-01'));
  });

  test.each(['2023-02-29', '2024-13-01', '1/2/2024', '2024-3-1', ''])('%j is none', (text) => {
    expect(dayNumber(text)).toBeNull();
  });

  test('belong to the week from Monday, the month and the quarter', () => {
    const day = dayNumber('2024-05-12') ?? 0; // a Sunday
    expect(isoDate(periodStart(day, 'week'))).toBe('2024-05-06');
    expect(isoDate(periodStart(day, 'month'))).toBe('2024-05-01');
    expect(isoDate(periodStart(day, 'quarter'))).toBe('2024-04-01');
    expect(isoDate(periodStart(dayNumber('1969-12-31') ?? 0, 'week'))).toBe('1969-12-29');
  });
});

describe('ticks', () => {
  test('are round', () => {
    expect(roundTicks(0.03, 0.31, 5)).toEqual([0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
    expect(roundTicks(5, 5, 4)).toEqual([5]);
    expect(roundTicks(1e17, 1e17 + 64, 4)).toEqual([1e17]);
    expect(roundTicks(0, 5e-324, 4)).toEqual([0]);
  });

  test('of two years are quarters, with the year where it changes', () => {
    const ticks = dateTicks(dayNumber('2023-01-01') ?? 0, dayNumber('2024-12-01') ?? 0, 9, 'month');
    expect(ticks.map(({ label, year }) => `${label}${year === null ? '' : ` ${year}`}`)).toEqual([
      'Jan 2023', 'Apr', 'Jul', 'Oct', 'Jan 2024', 'Apr', 'Jul', 'Oct'
    ]); // prettier-ignore
  });

  test('of weeks are Mondays', () => {
    const ticks = dateTicks(dayNumber('2024-05-01') ?? 0, dayNumber('2024-06-12') ?? 0, 7, 'day');
    expect(ticks[0]?.label).toBe('6 May');
  });
});

describe('icons', () => {
  test('read a move from the direction wanted', () => {
    expect(meaningOf(1, 'increase')).toBe('improvement');
    expect(meaningOf(1, 'decrease')).toBe('concern');
    expect(meaningOf(-1, 'neutral')).toBe('neutral');
    expect(variationOf(-1, 'decrease')).toBe('improvement-low');
    expect(variationOf(null, 'increase')).toBe('common-cause');
  });

  test('call a target on a limit hit and miss', () => {
    expect(assuranceOf(58.98, 41.62, 58.98, 'increase')).toBe('hit-and-miss');
    expect(assuranceOf(20, 41.62, 58.98, 'increase')).toBe('passing');
    expect(assuranceOf(20, NaN, NaN, 'increase')).toBeNull();
  });
});

describe('a sustained run', () => {
  const baseline = [5, 6, 4, 5, 6, 4];

  test('makes the next median, from its first point on', () => {
    const values = Float64Array.from([...baseline, 5, 7, 8, 7, 6, 5]);
    expect(
      findSustainedRuns(values, { baselinePoints: 6, runLength: 3, direction: 'above' })
    ).toEqual({
      ok: true,
      value: [
        { kind: 'baseline', median: 5, from: 1, to: 6, extendsTo: 8 },
        { kind: 'sustained', median: 7, from: 8, to: 10, extendsTo: 12 }
      ]
    });
  });

  test('is not looked for in too short a series', () => {
    expect(findSustainedRuns(Float64Array.from(baseline), {})).toEqual({
      ok: false,
      error: { kind: 'too-few-points', needed: 22, given: 6 }
    });
  });
});

describe('a CUSUM is refused', () => {
  test.each([
    { why: 'without cases', outcomes: [], target: 0.1, kind: 'no-points' },
    { why: 'with anything but yes and no', outcomes: [0, 2], target: 0.1, kind: 'not-yes-or-no' },
    {
      why: 'where no event has set a rate',
      outcomes: [0, 0],
      target: null,
      kind: 'rate-out-of-range'
    }
  ])('$why', ({ outcomes, target, kind }) => {
    expect(bernoulliCusum(outcomes, { target })).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('a Pareto table', () => {
  test('puts equal counts in order of their names', () => {
    const rows = paretoRows([
      { category: 'b', count: 2 },
      { category: 'a', count: 2 },
      { category: 'c', count: 5 }
    ]);
    expect(rows.map(({ category }) => category)).toEqual(['c', 'a', 'b']);
    expect(rows.at(-1)?.cumulativeCount).toBe(9);
  });
});

describe('a page of small charts', () => {
  const spec = { type: 'run', xKind: 'date', points: monthlyRows(waitingTimes) } as const;
  const requests = [
    {
      key: 'quiet one',
      title: 'Quiet',
      spec: { type: 'run', ...numbered([5, 7, 6, 4, 6, 5, 7, 4, 6, 5, 4, 7]) } as const
    },
    { key: 'better', title: 'Better', spec: { ...spec, improvement: 'decrease' } as const },
    { key: 'worse', title: 'Worse', spec: { ...spec, improvement: 'increase' } as const },
    { key: 'refused', title: 'Refused', spec: { type: 'p', ...numbered([1]) } as const }
  ];

  test('keeps the order given, or puts first what wants looking at', () => {
    expect(smallMultiples(requests).map(({ attention }) => attention)).toEqual([
      'quiet',
      'better',
      'worse',
      'refused'
    ]);
    expect(smallMultiples(requests, { sorted: true }).map(({ key }) => key)).toEqual([
      'worse',
      'better',
      'quiet one',
      'refused'
    ]);
  });

  test('gives every picture an id of its own, and a refused one its problem', () => {
    const [quiet, , , refused] = smallMultiples(requests);
    expect(quiet?.isDrawn === true && quiet.svg).toContain('id="small-quiet_20one-title"');
    expect(refused).toMatchObject({ isDrawn: false, problem: { kind: 'denominators-needed' } });
  });

  test('can share one axis', () => {
    const shared = smallMultiples(requests.slice(0, 2), { sharedScale: true });
    const tickOf20 = (svg: string) => / y="([\d.]+)"[^>]*>20<\/text>/.exec(svg)?.[1];
    const [first, second] = shared.map((chart) => (chart.isDrawn ? tickOf20(chart.svg) : null));
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });
});

describe('rows of a spreadsheet', () => {
  test('become points, with phases, points left out and missing values', () => {
    const headers = ['Date', 'Numerator', 'Denominator', 'Excluded', 'Phase'];
    const rows = [
      ['01/03/2024', '31', '1,050', '', 'before'],
      ['2024-04-01', '', '', 'yes', 'before'],
      ['2024-05-01', '40', '60', '', 'after']
    ];
    expect(specFromCsv('p', headers, rows)).toEqual({
      ok: true,
      value: {
        type: 'p',
        xKind: 'date',
        points: [
          { x: '2024-03-01', y: 31, n: 1050, excluded: false },
          { x: '2024-04-01', y: null, n: null, excluded: true },
          { x: '2024-05-01', y: 40, n: 60, excluded: false }
        ],
        phases: [{ startsAt: '2024-05-01', label: 'after' }]
      }
    });
  });

  test('may have names or numbers for x, or nothing at all', () => {
    expect(specFromCsv('run', ['place', 'value'], [['Ashby', '3']])).toMatchObject({
      value: { xKind: 'category' }
    });
    expect(specFromCsv('run', ['x', 'value'], [['7', '3']])).toMatchObject({
      value: { xKind: 'index', points: [{ x: 7 }] }
    });
    expect(specFromCsv('run', ['value'], [['3']])).toMatchObject({
      value: { points: [{ x: 1, y: 3 }] }
    });
  });

  test('are charted by date beside the one place they are about', () => {
    const rows = [
      ['Ashby', '2024-01-01', '5'],
      ['Ashby', '2024-02-01', '7'],
      ['Ashby', '2024-03-01', '9']
    ];
    expect(specFromCsv('run', ['place', 'date', 'value'], rows)).toMatchObject({
      value: { xKind: 'date', points: [{ y: 5 }, { y: 7 }, { y: 9 }] }
    });
  });

  test('are known by the names that are given, and by what they hold', () => {
    const headers = ['count', 'Week beginning', 'children', 'value'];
    const rows = [['3', '2024-01-01', '20', '99']];
    const columns = { value: 'Count', denominator: 'children' };
    expect(specFromCsv('run', headers, rows, { columns })).toMatchObject({
      value: { points: [{ x: '2024-01-01', y: 3, n: 20 }] }
    });
    const answer = specFromCsv('run', headers, rows, { columns: { value: 'number' } });
    expect(answer.ok ? '' : csvProblemSentence(answer.error)).toContain(
      'No single column is called number, which --value names.'
    );
  });

  test('of a file of shares are its numerators and denominators, not the value worked out beside them', () => {
    const headers = ['x', 'value', 'numerator', 'denominator'];
    const rows = [['2024-01-01', '50', '10', '20']];
    expect(specFromCsv('p', headers, rows)).toMatchObject({
      value: { points: [{ y: 10, n: 20 }] }
    });
  });

  test('that share a date become one point only when somebody says how', () => {
    const headers = ['place', 'date', 'value'];
    const rows = [
      ['Ashby', '2024-01-01', '5'],
      ['Birch', '2024-01-01', '7']
    ];
    expect(specFromCsv('run', headers, rows, { together: 'sum' })).toMatchObject({
      value: { aggregate: 'sum', points: [{ y: 5 }, { y: 7 }] }
    });
    expect(specFromCsv('c', headers, rows, { together: 'mean' })).toMatchObject({
      error: { kind: 'only-sums' }
    });
    const only = [{ column: 'place', value: 'birch' }];
    expect(specFromCsv('run', headers, rows, { only })).toMatchObject({
      value: { points: [{ y: 7 }] }
    });
    // Several rows make a subgroup of an X-bar chart by their nature.
    expect(specFromCsv('xbar', headers, rows)).toMatchObject({ ok: true });
  });

  test.each([
    { headers: ['date', 'value'], rows: [], says: 'The file has no rows under its headers.' },
    {
      headers: ['date', 'amount'],
      rows: [['2024-01-01', '1']],
      says: /^No column is called value/
    },
    {
      headers: ['date', 'value'],
      rows: [['2024-01-01', 'many']],
      says: /^Line 2 has “many” in the column value/
    },
    {
      headers: ['date', 'count', 'value'],
      rows: [['2024-01-01', '1', '2']],
      says: /^The columns count and value could both be meant\. Say which with --value NAME\./
    },
    {
      headers: ['date', 'month', 'value'],
      rows: [['2024-01-01', '1', '2']],
      says: /^The columns date and month could both be meant\. Say which with --date NAME\./
    },
    {
      headers: ['code', 'value'],
      rows: [['E1', '2']],
      says: /^No column is called date or x, and none holds dates\. The headers are: code, value\./
    },
    {
      headers: ['place', 'date', 'value'],
      rows: [
        ['Ashby', '2024-01-01', '5'],
        ['Birch', '2024-02-01', '7']
      ],
      says: /^The column place holds 2 different values: Ashby, Birch\. Choose one with --only "place=Ashby"/
    },
    {
      headers: ['date', 'child group', 'value'],
      rows: [
        ['2024-01-01', 'boys', '5'],
        ['01/01/2024', 'girls', '7']
      ],
      says: /^Lines 2 and 3 both stand for 2024-01-01\. Correct the file, choose with --only "child group=…"/
    },
    {
      headers: ['date', 'value'],
      rows: [
        ['2024-01-01', '5'],
        ['31/02/2024', '7']
      ],
      says: /^Line 3 has “31\/02\/2024” in the column date, which is not in the calendar/
    },
    {
      headers: ['date', 'value'],
      rows: [['2024-01-01', '1', '050']],
      says: /^Line 2 has more cells than the 2 headers/
    }
  ])('are refused with a sentence: $says', ({ headers, rows, says }) => {
    const answer = specFromCsv('run', headers, rows);
    expect(answer.ok ? '' : csvProblemSentence(answer.error)).toMatch(says);
  });
});

describe('a chart builder', () => {
  test('numbers its points from 1', () => {
    expect(analysisOf({ type: 'run', ...numbered([3, 4]) }).points.map(({ x }) => x)).toEqual([
      1, 2
    ]);
  });
});
