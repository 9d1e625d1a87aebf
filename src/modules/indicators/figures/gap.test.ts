import { describe, expect, test } from 'vitest';
import type { Figure } from '../types.ts';
import { gapBetween, gapChange, gapTrend } from './gap.ts';
import { distanceText, figureText, precisionOf, roundTo } from './rounding.ts';

function figures(values: Readonly<Record<string, number | null>>): Figure[] {
  return Object.entries(values).map(([period, value]) => ({
    period,
    starts: `${period.slice(0, 4)}-09-01`,
    value,
    numerator: null,
    denominator: null,
    status: value === null ? 'not-collected' : 'published'
  }));
}

// Trafford, good level of development, from the published file.
const poorer = figures({
  '2015/16': 47,
  '2016/17': 48,
  '2017/18': 50,
  '2018/19': 56,
  '2019/20': null,
  '2020/21': null,
  '2021/22': 47.5,
  '2022/23': 47.5,
  '2023/24': 47.7,
  '2024/25': 48.6
});
const betterOff = figures({
  '2015/16': 76,
  '2016/17': 75,
  '2017/18': 77,
  '2018/19': 76,
  '2019/20': null,
  '2020/21': null,
  '2021/22': 75.4,
  '2022/23': 75.6,
  '2023/24': 76.1,
  '2024/25': 77.4
});
const measure = {
  unit: 'percent',
  decimals: 1,
  breaks: [{ from: '2021/22', reason: 'The profile was reformed' }],
  periodKind: 'academic-year'
} as const;

describe('the gap between two groups', () => {
  test('is free of the noise of binary fractions', () => {
    expect(72.1 - 51).not.toBe(21.1);
    expect(gapBetween(72.1, 51)).toBe(21.1);
    expect(gapBetween(0.3, 0.1)).toBe(0.2);
  });

  // Worked by hand from the two lines above.
  test('is taken in every period that has both figures', () => {
    expect(gapTrend(betterOff, poorer).map(({ period, gap }) => [period, gap])).toEqual([
      ['2015/16', 29],
      ['2016/17', 27],
      ['2017/18', 27],
      ['2018/19', 20],
      ['2019/20', null],
      ['2020/21', null],
      ['2021/22', 27.9],
      ['2022/23', 28.1],
      ['2023/24', 28.4],
      ['2024/25', 28.8]
    ]);
  });

  test('keeps the reason where there is none', () => {
    const points = gapTrend(betterOff, poorer);
    expect(points[4]).toMatchObject({ gap: null, status: 'not-collected' });
  });

  test('from 28.4 to 28.8 points in Trafford is no change that a few hundred children could show', () => {
    const points = gapTrend(betterOff, poorer);
    expect(gapChange(points, measure)).toEqual({ change: 'similar', since: '2023/24' });
    // The same in a nation is more than rounding.
    expect(gapChange(points, { ...measure, restsOnMany: true })?.change).toBe('wider');
  });

  // Worked by hand. Of 400 and 1,600 children the Wilson intervals are 43.7 to 53.5 (48.6), 34.8 to 44.4 (39.5) and 75.3 to 79.4
  // (77.4, twice). The gap went from 37.9 to 28.8; the upper end of its change is −9.1 + √(2.0² + 4.9² + 2.1² + 4.9²) = −1.6.
  // Of a quarter as many children the root is about twice as large, and nought lies within.
  test('of 9 points is a change where 400 children carry it, and none where 100 do', () => {
    const of = (children: number) => {
      const counted = (values: Readonly<Record<string, number>>, denominator: number) =>
        figures(values).map((figure) => ({ ...figure, denominator }));
      const points = gapTrend(
        counted({ '2022/23': 77.4, '2023/24': 77.4 }, 4 * children),
        counted({ '2022/23': 39.5, '2023/24': 48.6 }, children)
      );
      return gapChange(points, measure)?.change;
    };
    expect([of(400), of(100)]).toEqual(['narrower', 'similar']);
  });

  test('is about the same when rounding could have made the difference', () => {
    const upTo2022 = gapTrend(betterOff, poorer).slice(0, 8);
    expect(gapChange(upTo2022, measure)).toEqual({
      change: 'similar',
      since: '2021/22'
    });
  });

  test('of figures published whole needs more than two points to count as changed', () => {
    const points = gapTrend(betterOff, poorer);
    expect(gapChange(points.slice(0, 2), { ...measure, restsOnMany: true })?.change).toBe(
      'similar'
    );
    expect(gapChange(points.slice(0, 4), { ...measure, restsOnMany: true })?.change).toBe(
      'narrower'
    );
  });

  test('is not compared across a break in the series', () => {
    const acrossReform = gapTrend(betterOff, poorer).slice(0, 7);
    expect(gapChange(acrossReform, measure)).toBeNull();
  });

  test('widens too where low is better and the gap lies below zero', () => {
    const points = gapTrend(
      figures({ '2022/23': 4, '2023/24': 3 }),
      figures({ '2022/23': 9, '2023/24': 12 })
    );
    expect(points.map((point) => point.gap)).toEqual([-5, -9]);
    expect(
      gapChange(points, { ...measure, breaks: [], decimals: 0, restsOnMany: true })?.change
    ).toBe('wider');
  });
});

describe('rounding', () => {
  test('goes away from zero at a half, noise or not', () => {
    expect(roundTo(1.005, 2)).toBe(1.01);
    expect(roundTo(-2.5, 0)).toBe(-3);
    expect(roundTo(-0.04, 1)).toBe(0);
  });

  test('takes the precision from what was published', () => {
    expect(precisionOf([47, 48, 50], 1)).toBe(0);
    expect(precisionOf([47, 47.5, null], 1)).toBe(1);
    expect(precisionOf([87.6685934489403], 1)).toBe(1);
  });

  test('shows figures with their unit', () => {
    expect(figureText(54, 'percent', 1)).toBe('54.0%');
    expect(figureText(5.26, 'per-1000-births', 1)).toBe('5.3 per 1,000 births');
    expect(figureText(12_400, 'count', 1)).toBe('12,400');
    expect(distanceText(-28.8, 'percent', 1)).toBe('28.8 points');
  });
});
