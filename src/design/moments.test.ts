import { describe, expect, test } from 'vitest';
import { agoWords, dateWords, daysSince, momentWords } from './moments.ts';

const now = '2026-11-21T10:00:00Z';

describe('how long ago', () => {
  test.each([
    { at: '2026-11-21', said: 'today' },
    { at: '2026-11-20T23:50:00Z', said: 'yesterday' },
    { at: '2026-11-18', said: '3 days ago' },
    { at: '2026-11-08', said: '13 days ago' },
    { at: '2026-11-07', said: '2 weeks ago' },
    { at: '2026-10-02', said: '7 weeks ago' },
    { at: '2026-09-19', said: '2 months ago' },
    { at: '2025-09-20', said: '14 months ago' },
    { at: '2024-06-01', said: '2 years ago' },
    { at: '2026-11-22', said: 'tomorrow' },
    { at: '2026-12-12', said: 'in 3 weeks' },
    { at: '2029-12-12', said: 'in 3 years' }
  ])('is “$said” for $at', ({ at, said }) => {
    expect(agoWords(at, now)).toBe(said);
  });

  test('counts the days of the reader’s calendar, not twenty-four hours', () => {
    // 23:30 in summer is 00:30 of the next day in Edinburgh.
    expect(daysSince('2026-07-01T23:30:00Z', '2026-07-02T08:00:00Z')).toBe(0);
  });
});

describe('a date in words', () => {
  test('is written out', () => {
    expect(dateWords('2026-03-07')).toBe('7 March 2026');
  });
  test('is the day it was in the United Kingdom', () => {
    expect(dateWords(new Date('2026-07-01T23:30:00Z'))).toBe('2 July 2026');
  });
  test('carries its time when asked', () => {
    expect(momentWords('2026-07-01T13:05:00Z')).toBe('1 July 2026 at 14:05');
  });
  test('is left as it was when it cannot be read', () => {
    expect(dateWords('soon')).toBe('soon');
  });
});
