import { describe, expect, test } from 'vitest';
import { layoutPublicChart, publicRows, publicSeriesSentence, spanWords } from './public-chart.ts';
import type { PublicSeries } from './public-types.ts';

const series: PublicSeries = {
  title: 'Families with a story at bedtime',
  unit: '%',
  better: 'increase',
  grouping: 'month',
  points: [
    { on: '2026-04', value: 42, why: null },
    { on: '2026-05', value: 44, why: null },
    { on: '2026-06', value: null, why: 'small-remainder' },
    { on: '2026-07', value: 61, why: null }
  ]
};

describe('a chart for everybody', () => {
  test('begins at none, so that a small change looks small', () => {
    const drawing = layoutPublicChart(series, 600);
    expect(drawing.grid.map((line) => line.label)).toEqual(['0%', '50%', '100%']);
    expect(drawing.grid[0]?.y).toBe(drawing.axis.bottom);
  });

  test('parts its line where a point is not shown, and marks the place', () => {
    const drawing = layoutPublicChart(series, 600);
    expect(drawing.lines).toHaveLength(1);
    expect(drawing.dots.map((dot) => dot.label)).toEqual(['42%', null, '61%']);
    expect(drawing.gaps).toHaveLength(1);
  });

  test('marks a hidden point at no value: above the plot, never on its zero line', () => {
    const drawing = layoutPublicChart(series, 600);
    const highest = Math.min(...drawing.grid.map(({ y }) => y), ...drawing.dots.map(({ y }) => y));
    for (const gap of drawing.gaps) expect(gap.y).toBeLessThan(highest);
  });

  test('stays inside a phone', () => {
    const drawing = layoutPublicChart(series, 296);
    const across = [...drawing.dots, ...drawing.gaps, ...drawing.dates].map(({ x }) => x);
    expect(Math.min(...across)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...across)).toBeLessThanOrEqual(296);
  });

  test('is said in a sentence, and written as a table', () => {
    expect(publicSeriesSentence(series)).toBe(
      'In April 2026 it was 42%; in July 2026 it was 61%. One point (×) is not shown.'
    );
    expect(publicRows(series)[2]).toEqual({
      when: 'June 2026',
      value: 'not shown: nearly the same for everyone'
    });
  });
});

describe('the span of a point', () => {
  test.each([
    { on: '2026-05-11', grouping: 'entry', words: '11 May 2026' },
    { on: '2026-05', grouping: 'month', words: 'May 2026' },
    { on: '2026-04', grouping: 'quarter', words: 'April to June 2026' }
  ] as const)('$on by $grouping is $words', ({ on, grouping, words }) => {
    expect(spanWords(on, grouping)).toBe(words);
  });
});
