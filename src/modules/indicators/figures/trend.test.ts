import { describe, expect, test } from 'vitest';
import type { Figure, PeriodKind } from '../types.ts';
import {
  isAfterBreak,
  latestOf,
  stretches,
  withEarlierPeriods,
  withMissingPeriods
} from './trend.ts';

function line(
  ...points: readonly (readonly [period: string, starts: string, value: number | null])[]
): Figure[] {
  return points.map(([period, starts, value]) => ({
    period,
    starts,
    value,
    numerator: null,
    denominator: null,
    status: value === null ? 'not-collected' : 'published'
  }));
}

const periodsOf = (figures: readonly Figure[], breaks: string[], kind: PeriodKind) =>
  stretches(
    figures,
    (figure) => figure.value,
    breaks.map((from) => ({ from, reason: 'reformed' })),
    kind
  ).map((stretch) => stretch.map((figure) => figure.period));

describe('a line', () => {
  test('is not drawn across a year without a figure, nor across a break', () => {
    const figures = line(
      ['2017/18', '2017-09-01', 75.3],
      ['2018/19', '2018-09-01', 74.7],
      ['2019/20', '2019-09-01', null],
      ['2020/21', '2020-09-01', null],
      ['2021/22', '2021-09-01', 71.6],
      ['2022/23', '2022-09-01', 72.1]
    );
    expect(periodsOf(figures, ['2021/22'], 'academic-year')).toEqual([
      ['2017/18', '2018/19'],
      ['2021/22', '2022/23']
    ]);
  });

  test('is broken by a break alone, with every year there', () => {
    const figures = line(
      ['2023', '2023-01-01', 70],
      ['2024', '2024-01-01', 60],
      ['2025', '2025-01-01', 61]
    );
    expect(periodsOf(figures, ['2024'], 'calendar-year')).toEqual([['2023'], ['2024', '2025']]);
  });

  test('is not drawn across years that are left out of the file', () => {
    const figures = line(
      ['2017/18', '2017-08-01', 64],
      ['2018/19', '2018-08-01', 65],
      ['2021/22', '2021-08-01', 59],
      ['2022/23', '2022-08-01', 60]
    );
    expect(periodsOf(figures, [], 'academic-year')).toEqual([
      ['2017/18', '2018/19'],
      ['2021/22', '2022/23']
    ]);
  });

  test('joins quarters, across the turn of the year too', () => {
    const figures = line(
      ['2023/24 Q3', '2023-10-01', 91],
      ['2023/24 Q4', '2024-01-01', 92],
      ['2024/25 Q1', '2024-04-01', 90]
    );
    expect(periodsOf(figures, [], 'financial-quarter')).toHaveLength(1);
  });

  test('joins rolling averages of several years', () => {
    const figures = line(
      ['2013-15', '2013-01-01', 10],
      ['2014-16', '2014-01-01', 11],
      ['2015-17', '2015-01-01', 12]
    );
    expect(periodsOf(figures, [], 'several-years')).toHaveLength(1);
  });

  test('joins figures that are only taken every second year', () => {
    const figures = line(
      ['2016', '2016-01-01', 1],
      ['2018', '2018-01-01', 2],
      ['2020', '2020-01-01', 3]
    );
    expect(periodsOf(figures, [], 'calendar-year')).toHaveLength(1);
  });
});

test('a break counts from its year, in whatever month school begins', () => {
  expect(
    isAfterBreak({ period: '2021/22', starts: '2021-08-01' }, '2021/22', 'academic-year')
  ).toBe(true);
  expect(
    isAfterBreak({ period: '2020/21', starts: '2020-09-01' }, '2021/22', 'academic-year')
  ).toBe(false);
  expect(isAfterBreak({ period: '2024', starts: '2024-01-01' }, '2024', 'calendar-year')).toBe(
    true
  );
});

test('periods in which nothing was collected are put in, and keep their reason', () => {
  const figures = line(['2018/19', '2018-09-01', 65], ['2021/22', '2021-09-01', 59]);
  const filled = withMissingPeriods(
    figures,
    [{ period: '2019/20' }, { period: '2020/21' }],
    'academic-year'
  );
  expect(filled.map(({ period, value, status }) => [period, value, status])).toEqual([
    ['2018/19', 65, 'published'],
    ['2019/20', null, 'not-collected'],
    ['2020/21', null, 'not-collected'],
    ['2021/22', 59, 'published']
  ]);
});

test('the latest figure is the newest that has a value', () => {
  expect(latestOf(line(['2023', '2023-01-01', 5], ['2024', '2024-01-01', null]))?.period).toBe(
    '2023'
  );
  expect(latestOf(line(['2024', '2024-01-01', null]))).toBeNull();
});

test('quarters before the first row of an area are listed, with the reason where there is one', () => {
  const here = line(['2015/16 Q1', '2015-04-01', 91]);
  const nation = [
    ...line(['2014/15 Q3', '2014-10-01', 90]),
    ...line(['2014/15 Q4', '2015-01-01', null]).map((each) => ({
      ...each,
      status: 'not-collected' as const
    })),
    ...line(['2015/16 Q1', '2015-04-01', 92], ['2015/16 Q2', '2015-07-01', 93])
  ];
  expect(
    withEarlierPeriods(here, nation).map(({ period, value, status }) => [period, value, status])
  ).toEqual([
    ['2014/15 Q3', null, 'not-available'],
    ['2014/15 Q4', null, 'not-collected'],
    ['2015/16 Q1', 91, 'published']
  ]);
  expect(withEarlierPeriods([], nation)).toEqual([]);
});
