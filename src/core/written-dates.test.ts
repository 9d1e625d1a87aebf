import { describe, expect, test } from 'vitest';
import { dayAfter, daysBetween, readDate } from './written-dates.ts';

describe('a date as people write it', () => {
  test.each([
    { text: '3/2/2026', iso: '2026-02-03' },
    { text: ' 03.02.2026 ', iso: '2026-02-03' },
    { text: '3-2-26', iso: '2026-02-03' },
    { text: '3 2 2026', iso: '2026-02-03' },
    { text: '2026-02-03', iso: '2026-02-03' },
    { text: '2026-02-03T00:00:00.000Z', iso: '2026-02-03' },
    { text: '3 Feb 2026', iso: '2026-02-03' },
    { text: '3rd February 2026', iso: '2026-02-03' },
    { text: '3-Sept-2026', iso: '2026-09-03' },
    { text: '29/2/2024', iso: '2024-02-29' },
    { text: 'Feb 2026', iso: '2026-02-01' },
    { text: '2026-02', iso: '2026-02-01' },
    { text: 'Feb 3, 2026', iso: '2026-02-03' },
    { text: '01-Apr-2024', iso: '2024-04-01' },
    { text: '3/2/2026 09:30', iso: '2026-02-03' },
    { text: '2026-02-03 23:59:59', iso: '2026-02-03' },
    { text: '2024-04-01T09:30:00.000+01:00', iso: '2024-04-01' },
    // Half past eleven at night in UTC is the next day in a British summer, and the same day in winter.
    { text: '2026-07-01T23:30:00Z', iso: '2026-07-02' },
    { text: '2026-01-01T23:30:00Z', iso: '2026-01-01' },
    { text: '2026-07-02T00:30:00+0200', iso: '2026-07-01' }
  ])('$text is $iso', ({ text, iso }) => {
    expect(readDate(text)).toEqual({ ok: true, value: iso });
  });

  test.each([
    '31/4/2026',
    '29/2/2026',
    '0/1/2026',
    '12/13/2026',
    '2026-02-30',
    '31 Nov 2026',
    'Feb 30, 2026',
    '2026-02-30T10:00:00Z'
  ])('%s is not in the calendar', (given) => {
    expect(readDate(given)).toEqual({ ok: false, error: { kind: 'not-in-calendar', given } });
  });

  test.each(['next week', '3 Fob 2026', '46056', '1/2', '3/2/202', '12.5'])(
    '%s is no date',
    (given) => {
      expect(readDate(given)).toEqual({ ok: false, error: { kind: 'not-a-date', given } });
    }
  );

  test('nothing is a missing date', () => {
    expect(readDate('  ')).toEqual({ ok: false, error: { kind: 'date-missing' } });
  });
});

test('days are counted over the change of the clocks', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(dayAfter('2026-02-27', 2)).toBe('2026-03-01');
});
