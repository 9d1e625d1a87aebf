import { describe, expect, test } from 'vitest';
import { analysisOf, monthlyRows, waitingTimes } from '../builders.ts';
import { chartCsv, chartTable, lastValueWords } from './table.ts';

const shares = analysisOf({
  type: 'p',
  xKind: 'date',
  measure: 'Seen in time',
  points: [
    ...monthlyRows([31, 35], [50, 52]),
    { x: '2023-03-01', y: null, n: null, whyMissing: 'suppressed' }
  ]
});

describe('the table beside a chart', () => {
  test('has counts, limits and the reason for a gap', () => {
    const table = chartTable(shares, { title: 'Seen in time' });
    expect(table.caption).toMatch(/^Seen in time\. Seen in time: from 62% \(Jan 2023\) to/);
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Date', 'Count', 'Of', 'Seen in time (%)', 'Mean (%)', 'Lower limit (%)', 'Upper limit (%)'
    ]); // prettier-ignore
    expect(table.rows[0]?.slice(0, 4)).toEqual(['Jan 2023', '31', '50', '62.00']);
    expect(table.rows[2]?.[3]).toBe('hidden (small number)');
  });

  test('names signals in words, with what they mean', () => {
    const analysis = analysisOf({
      type: 'run',
      xKind: 'date',
      points: monthlyRows(waitingTimes),
      improvement: 'decrease'
    });
    const table = chartTable(analysis);
    const column = table.columns.findIndex(({ key }) => key === 'signal');
    expect(table.rows[20]?.[column]).toBe('long run on one side: for the better');
    expect(table.rows[0]?.[column]).toBe('');
  });
});

describe('the CSV of a chart', () => {
  test('has full figures and ISO dates, and nothing where nothing is known', () => {
    const [header, first, , third] = chartCsv(shares).split('\r\n');
    expect(header).toBe(
      'x,value,numerator,denominator,phase,centre,lower,upper,lower2,upper2,baseline,included,signal,meaning,why_missing'
    );
    expect(first).toMatch(/^2023-01-01,62,31,50,1,64\.70588235294117,/);
    expect(third).toBe('2023-03-01,,,0,1,64.70588235294117,,,,,yes,yes,,,suppressed');
  });

  test('does not let a name become a formula', () => {
    const analysis = analysisOf({
      type: 'run',
      xKind: 'category',
      points: [
        { x: '=SUM(A1)', y: 1 },
        { x: 'a,"b"', y: 2 }
      ]
    });
    const csv = chartCsv(analysis);
    expect(csv).toContain("\r\n'=SUM(A1),1,");
    expect(csv).toContain('\r\n"a,""b""",2,');
  });
});

describe('the last value', () => {
  test('passes over gaps', () => {
    expect(lastValueWords(shares)).toBe('67.31% in Feb 2023');
  });
});
