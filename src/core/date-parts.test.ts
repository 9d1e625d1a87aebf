import { describe, expect, test } from 'vitest';
import { dateParts, datePartsSentence, parseDateParts, readDateParts } from './date-parts.ts';

const parts = (day: string, month: string, year: string) => ({ day, month, year });

describe('a date typed in three parts', () => {
  test.each([
    { typed: parts('7', 'March', '2026'), date: '2026-03-07' },
    { typed: parts(' 07 ', '3', '2026'), date: '2026-03-07' },
    { typed: parts('29', 'feb', '2028'), date: '2028-02-29' }
  ])('is $date', ({ typed, date }) => {
    expect(parseDateParts(typed)).toEqual({ ok: true, value: date });
  });

  test.each([
    { typed: parts('', ' ', ''), error: { kind: 'date-missing' } },
    { typed: parts('7', '', ''), error: { kind: 'date-incomplete', missing: ['month', 'year'] } },
    { typed: parts('7', '3', '26'), error: { kind: 'year-not-four-digits' } },
    { typed: parts('31', '4', '2026'), error: { kind: 'not-a-real-date' } },
    { typed: parts('29', '2', '2026'), error: { kind: 'not-a-real-date' } },
    { typed: parts('7', '13', '2026'), error: { kind: 'not-a-real-date' } },
    { typed: parts('0', '1', '2026'), error: { kind: 'not-a-real-date' } },
    { typed: parts('x', 'soon', '2026'), error: { kind: 'not-a-real-date' } }
  ])('is refused: $error.kind', ({ typed, error }) => {
    expect(parseDateParts(typed)).toEqual({ ok: false, error });
  });

  test('is read from the form it was sent in', () => {
    const data = new FormData();
    data.set('starts-day', '7');
    data.set('starts-month', '3');
    data.set('starts-year', '2026');
    expect(readDateParts(data, 'starts')).toEqual(parts('7', '3', '2026'));
    expect(readDateParts(data, 'ends')).toEqual(parts('', '', ''));
  });

  test('comes back apart as it was stored', () => {
    expect(dateParts('2026-03-07')).toEqual(parts('7', '3', '2026'));
    expect(dateParts(null)).toEqual(parts('', '', ''));
  });

  test('is explained in a sentence', () => {
    expect(
      datePartsSentence({ kind: 'date-incomplete', missing: ['month', 'year'] }, 'The end date')
    ).toBe('The end date must include a month and a year.');
  });
});
