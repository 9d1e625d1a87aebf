import { describe, expect, test } from 'vitest';
import { dateOf, isDate } from './dates.ts';

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

test('late in a summer evening it is already tomorrow in the United Kingdom', () => {
  expect(dateOf(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
  expect(dateOf(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01');
});
