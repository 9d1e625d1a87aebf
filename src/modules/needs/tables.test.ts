import { expect, test } from 'vitest';
import { sourcesTable } from './tables.ts';

test('figures brought up to date after midnight on a summer’s day are of that day', () => {
  const figures = (at: string) => [
    {
      source: 'A department',
      kind: 'open' as const,
      figures: [],
      factors: [],
      updatedAt: new Date(at)
    }
  ];
  const row = (at: string) => sourcesTable([], figures(at), [])[1];
  expect(row('2026-07-01T23:30:00Z')).toContain('2026-07-02');
  expect(row('2026-12-01T23:30:00Z')).toContain('2026-12-01');
});
