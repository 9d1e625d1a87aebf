import { describe, expect, test } from 'vitest';
import { notAhead } from './ahead.ts';
import { ratingWords, yearOrMonthWords } from './sentences.ts';

describe('a date', () => {
  test('lies ahead from midnight in the United Kingdom, summer time included', () => {
    const justAfterMidnight = new Date('2026-06-30T23:30:00Z'); // 00:30 on 1 July in London
    const dated = (datedOn: string) => notAhead({ datedOn }, 'datedOn', justAfterMidnight);
    expect(dated('2026-07-01')).toEqual({ ok: true, value: { datedOn: '2026-07-01' } });
    expect(dated('2026-07-02')).toEqual({
      ok: false,
      error: { kind: 'day-ahead', field: 'datedOn' }
    });
  });

  test('of a source is a year or a month', () => {
    expect(yearOrMonthWords('2018-06')).toBe('June 2018');
    expect(yearOrMonthWords('2016')).toBe('2016');
  });
});

describe('a rating in a guidebook', () => {
  test('is said in one line, leaving out what it does not give', () => {
    expect(
      ratingWords({ monthsOfProgress: 6, evidence: 'extensive', cost: 'very low', level: null })
    ).toBe('6 months of extra progress in a year, evidence extensive, cost very low');
    expect(ratingWords({ monthsOfProgress: null, evidence: null, cost: null, level: '3' })).toBe(
      'Level 3 in the guidebook'
    );
    expect(
      ratingWords({ monthsOfProgress: null, evidence: null, cost: null, level: null })
    ).toBeNull();
  });
});
