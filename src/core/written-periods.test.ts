import { describe, expect, test } from 'vitest';
import { parsePeriod } from './written-periods.ts';

describe('a period is read', () => {
  test.each([
    ['2023/24', null, '2023/24', '2023-09-01', '2024-08-31'],
    ['2023/24', 'financial-year', '2023/24', '2023-04-01', '2024-03-31'],
    ['2023-24', 'academic-year', '2023/24', '2023-09-01', '2024-08-31'],
    ['1999/00', null, '1999/00', '1999-09-01', '2000-08-31'],
    ['2023/2024', 'academic-year', '2023/24', '2023-09-01', '2024-08-31'],
    ['202425', 'academic-year', '2024/25', '2024-09-01', '2025-08-31'],
    ['202425', 'financial-year', '2024/25', '2024-04-01', '2025-03-31'],
    ['20242025', 'academic-year', '2024/25', '2024-09-01', '2025-08-31'],
    ['201112', 'academic-year', '2011/12', '2011-09-01', '2012-08-31'],
    ['201112', 'month', '2011-12', '2011-12-01', '2011-12-31'],
    ['24/25', 'financial-year', '2024/25', '2024-04-01', '2025-03-31'],
    ['Academic year 2024-25', null, '2024/25', '2024-09-01', '2025-08-31'],
    ['AY2024/25', null, '2024/25', '2024-09-01', '2025-08-31'],
    ['2024/25 academic year', 'academic-year', '2024/25', '2024-09-01', '2025-08-31'],
    ['2024/25 (academic)', null, '2024/25', '2024-09-01', '2025-08-31'],
    ['2024/25 (financial)', null, '2024/25', '2024-04-01', '2025-03-31'],
    ['2024 (calendar)', null, '2024', '2024-01-01', '2024-12-31'],
    ['2024 to 2025', 'academic-year', '2024/25', '2024-09-01', '2025-08-31'],
    ['FY2024/25', null, '2024/25', '2024-04-01', '2025-03-31'],
    ['FY 24-25', null, '2024/25', '2024-04-01', '2025-03-31'],
    ['Financial year 2024-25', 'financial-year', '2024/25', '2024-04-01', '2025-03-31'],
    ['Financial year ending 2025', null, '2024/25', '2024-04-01', '2025-03-31'],
    ['Year ending March 2025', 'financial-year', '2024/25', '2024-04-01', '2025-03-31'],
    ['Year ended 31 March 2025', null, '2024/25', '2024-04-01', '2025-03-31'],
    ['12 months to Mar-25', null, '2024/25', '2024-04-01', '2025-03-31'],
    ['Year ending August 2025', null, '2024/25', '2024-09-01', '2025-08-31'],
    ['Year to December 2024', null, '2024', '2024-01-01', '2024-12-31'],
    ['April 2024 to March 2025', null, '2024/25', '2024-04-01', '2025-03-31'],
    ['1 April 2024 - 31 March 2025', null, '2024/25', '2024-04-01', '2025-03-31'],
    ['2024-04-01 to 2025-03-31', null, '2024/25', '2024-04-01', '2025-03-31'],
    ['2024', null, '2024', '2024-01-01', '2024-12-31'],
    ['Calendar year 2024', null, '2024', '2024-01-01', '2024-12-31'],
    ['Jan 2024-Dec 2024', 'calendar-year', '2024', '2024-01-01', '2024-12-31'],
    ['2024/25 Q1', null, '2024/25 Q1', '2024-04-01', '2024-06-30'],
    ['2024/25 Q3', null, '2024/25 Q3', '2024-10-01', '2024-12-31'],
    ['q4 2024/25', null, '2024/25 Q4', '2025-01-01', '2025-03-31'],
    ['Quarter 2 2024-25', null, '2024/25 Q2', '2024-07-01', '2024-09-30'],
    ['2024-25Q2', null, '2024/25 Q2', '2024-07-01', '2024-09-30'],
    ['2024/25 Q3 (Oct-Dec)', null, '2024/25 Q3', '2024-10-01', '2024-12-31'],
    ['Oct-Dec 2024', 'financial-quarter', '2024/25 Q3', '2024-10-01', '2024-12-31'],
    ['January to March 2025', null, '2024/25 Q4', '2025-01-01', '2025-03-31'],
    ['2017-19', null, '2017-19', '2017-01-01', '2019-12-31'],
    ['2017–2019', null, '2017-19', '2017-01-01', '2019-12-31'],
    ['2004-07', 'several-years', '2004-07', '2004-01-01', '2007-12-31'],
    ['2004-07', 'month', '2004-07', '2004-07-01', '2004-07-31'],
    ['2024-02', null, '2024-02', '2024-02-01', '2024-02-29'],
    ['Sept 2024', null, '2024-09', '2024-09-01', '2024-09-30'],
    ['March 2024', 'month', '2024-03', '2024-03-01', '2024-03-31'],
    ['Jan-24', 'month', '2024-01', '2024-01-01', '2024-01-31'],
    ['Jan 24', 'month', '2024-01', '2024-01-01', '2024-01-31'],
    ["Jan '24", null, '2024-01', '2024-01-01', '2024-01-31'],
    ['2024 JAN', 'month', '2024-01', '2024-01-01', '2024-01-31'],
    ['2024M01', 'month', '2024-01', '2024-01-01', '2024-01-31'],
    ['2024/01', 'month', '2024-01', '2024-01-01', '2024-01-31'],
    ['01/2024', null, '2024-01', '2024-01-01', '2024-01-31'],
    ['202401', 'month', '2024-01', '2024-01-01', '2024-01-31'],
    ['2024-01-01', 'month', '2024-01', '2024-01-01', '2024-01-31'],
    ['31/1/2024', 'month', '2024-01', '2024-01-01', '2024-01-31'],
    ['15/3/2024', 'day', '2024-03-15', '2024-03-15', '2024-03-15'],
    ['15 March 2024', null, '2024-03-15', '2024-03-15', '2024-03-15'],
    ['01-Apr-2024', 'day', '2024-04-01', '2024-04-01', '2024-04-01'],
    ['20240401', 'day', '2024-04-01', '2024-04-01', '2024-04-01'],
    ['Mon 1 Apr 2024', null, '2024-04-01', '2024-04-01', '2024-04-01'],
    ['2024-04-01T09:30:00.000+01:00', 'day', '2024-04-01', '2024-04-01', '2024-04-01'],
    ['2023/24 [note 2]', null, '2023/24', '2023-09-01', '2024-08-31']
  ] as const)('%s (%s) is %s, from %s to %s', (given, wanted, text, starts, ends) => {
    expect(parsePeriod(given, wanted)).toMatchObject({ ok: true, value: { text, starts, ends } });
  });
});

describe('a period is refused', () => {
  test.each([
    ['', null, 'no-period'],
    ['last year', null, 'unreadable-period'],
    ['Autumn term 2024', null, 'unreadable-period'],
    ['2023/25', null, 'years-not-in-turn'],
    ['202527', null, 'unreadable-period'],
    ['2023/24 Q5', null, 'unreadable-period'],
    ['2004-07', null, 'ambiguous-period'],
    ['201112', null, 'ambiguous-period'],
    ['FY2025', null, 'ambiguous-period'],
    ['11/12', null, 'ambiguous-period'],
    ['2024 Q4', 'financial-quarter', 'ambiguous-quarter'],
    ['Q4 2024', null, 'ambiguous-quarter'],
    ['2024-Q4', null, 'ambiguous-quarter'],
    ['31/2/2024', 'day', 'no-such-date'],
    ['2024-13-01', null, 'no-such-date'],
    ['2024M13', null, 'no-such-date'],
    ['15/1/2024', 'month', 'unreadable-period'],
    ['2024', 'academic-year', 'unreadable-period'],
    ['Year ending June 2025', null, 'unreadable-period'],
    ['Dec 2024 - Feb 2025', null, 'unreadable-period'],
    ['2019-17', 'several-years', 'years-not-in-turn'],
    ['2017-19', 'academic-year', 'years-not-in-turn'],
    ['2022/23 - 24/25', null, 'period-of-several-years'],
    ['2020/21 to 2022/23', 'academic-year', 'period-of-several-years'],
    ['April 2022 to March 2025', null, 'period-of-several-years'],
    ['2017-19', 'calendar-year', 'period-of-several-years']
  ] as const)('%s (%s): %s', (given, wanted, kind) => {
    expect(parsePeriod(given, wanted)).toMatchObject({ ok: false, error: { kind } });
  });
});

test('a text far too long for a period is refused before it is searched', () => {
  const long = `a 2${'9'.repeat(400)}`;
  expect(parsePeriod(long)).toMatchObject({ ok: false, error: { kind: 'unreadable-period' } });
  const { error } = parsePeriod(long) as { error: { given: string } }; // refused, as the line above says
  expect(error.given.length).toBeLessThan(60);
});
