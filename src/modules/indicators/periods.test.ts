import { describe, expect, test } from 'vitest';
import { parsePeriod, periodWords } from './periods.ts';

describe('a period is read', () => {
  test.each([
    ['2023/24', null, '2023/24', '2023-09-01', '2024-08-31'],
    ['2023/24', 'financial-year', '2023/24', '2023-04-01', '2024-03-31'],
    ['2023-24', 'academic-year', '2023/24', '2023-09-01', '2024-08-31'],
    ['1999/00', null, '1999/00', '1999-09-01', '2000-08-31'],
    ['2023/2024', 'academic-year', '2023/24', '2023-09-01', '2024-08-31'],
    ['2024', null, '2024', '2024-01-01', '2024-12-31'],
    ['2024/25 Q1', null, '2024/25 Q1', '2024-04-01', '2024-06-30'],
    ['2024/25 Q3', null, '2024/25 Q3', '2024-10-01', '2024-12-31'],
    ['q4 2024/25', null, '2024/25 Q4', '2025-01-01', '2025-03-31'],
    ['2017-19', null, '2017-19', '2017-01-01', '2019-12-31'],
    ['2017–2019', null, '2017-19', '2017-01-01', '2019-12-31'],
    ['2004-07', 'several-years', '2004-07', '2004-01-01', '2007-12-31'],
    ['2004-07', 'month', '2004-07', '2004-07-01', '2004-07-31'],
    ['2024-02', null, '2024-02', '2024-02-01', '2024-02-29'],
    ['Sept 2024', null, '2024-09', '2024-09-01', '2024-09-30'],
    ['March 2024', 'month', '2024-03', '2024-03-01', '2024-03-31'],
    ['15/3/2024', 'day', '2024-03-15', '2024-03-15', '2024-03-15'],
    ['15 March 2024', null, '2024-03-15', '2024-03-15', '2024-03-15']
  ] as const)('%s (%s) is %s, from %s to %s', (given, wanted, text, starts, ends) => {
    expect(parsePeriod(given, wanted)).toMatchObject({ ok: true, value: { text, starts, ends } });
  });
});

describe('a period is refused', () => {
  test.each([
    ['', null, 'no-period'],
    ['last year', null, 'unreadable-period'],
    ['2023/25', null, 'years-not-in-turn'],
    ['2023/24 Q5', null, 'unreadable-period'],
    ['2004-07', null, 'ambiguous-period'],
    ['31/2/2024', 'day', 'no-such-date'],
    ['2024-13-01', null, 'no-such-date'],
    ['2024', 'academic-year', 'unreadable-period'],
    ['2019-17', 'several-years', 'years-not-in-turn']
  ] as const)('%s (%s): %s', (given, wanted, kind) => {
    expect(parsePeriod(given, wanted)).toMatchObject({ ok: false, error: { kind } });
  });
});

test('a period is said as people say it', () => {
  expect(periodWords('2024-03', 'month')).toBe('March 2024');
  expect(periodWords('2024-03-15', 'day')).toBe('15 March 2024');
  expect(periodWords('2017-19', 'several-years')).toBe('2017–19');
});
