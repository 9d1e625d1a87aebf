import { describe, expect, test } from 'vitest';
import { dateFrom, dateInUtc, dateOf, isDate, stampOf } from './dates.ts';

describe('a date', () => {
  test.each(['2026-11-21', '2024-02-29', '1900-01-01'])('%s exists', (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '26-11-21', '1899-12-31', '21/11/2026', ''])(
    '%j does not',
    (text) => {
      expect(isDate(text)).toBe(false);
    }
  );
});

describe('the day of a moment in the United Kingdom', () => {
  test.each([
    // In summer the day begins at 23:00 in UTC.
    { moment: '2026-07-01T22:59:59.999Z', day: '2026-07-01' },
    { moment: '2026-07-01T23:00:00Z', day: '2026-07-02' },
    { moment: '2026-07-02T00:00:00Z', day: '2026-07-02' },
    // In winter it begins with that of UTC.
    { moment: '2026-12-01T23:59:59.999Z', day: '2026-12-01' },
    { moment: '2026-12-02T00:00:00Z', day: '2026-12-02' },
    // The clocks go forward on 29 March 2026 at one in the morning: that day still begins as in winter.
    { moment: '2026-03-28T23:59:59Z', day: '2026-03-28' },
    { moment: '2026-03-29T00:00:00Z', day: '2026-03-29' },
    { moment: '2026-03-29T22:59:59Z', day: '2026-03-29' },
    { moment: '2026-03-29T23:00:00Z', day: '2026-03-30' },
    // They go back on 25 October 2026 at two in the morning: that day still begins as in summer.
    { moment: '2026-10-24T22:59:59Z', day: '2026-10-24' },
    { moment: '2026-10-24T23:00:00Z', day: '2026-10-25' },
    { moment: '2026-10-25T23:59:59Z', day: '2026-10-25' },
    { moment: '2026-10-26T00:00:00Z', day: '2026-10-26' }
  ])('$moment is $day', ({ moment, day }) => {
    expect(dateOf(new Date(moment))).toBe(day);
  });
});

describe('days counted without moments', () => {
  test.each([
    { parts: [2024, 2, 29], day: '2024-02-29' },
    { parts: [2024, 3, 0], day: '2024-02-29' },
    { parts: [2026, 13, 1], day: '2027-01-01' },
    { parts: [2026, 3, 29], day: '2026-03-29' }
  ] as const)('$parts is $day', ({ parts: [year, month, day], day: written }) => {
    expect(dateFrom(year, month, day)).toBe(written);
  });

  test('are those of midnight in UTC', () => {
    expect(dateInUtc(new Date('2026-07-02T00:00:00Z'))).toBe('2026-07-02');
  });
});

test('two moments an hour apart have two stamps, also when summer ends', () => {
  expect(stampOf(new Date('2026-10-25T00:30:05Z'))).toBe('2026-10-25-003005Z');
  expect(stampOf(new Date('2026-10-25T01:30:05Z'))).toBe('2026-10-25-013005Z');
});
