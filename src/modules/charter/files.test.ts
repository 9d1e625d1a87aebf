import { expect, test } from 'vitest';
import { scoresCsv } from './files.ts';

test('a score given after midnight on a summer’s day is given on that day', () => {
  const score = {
    id: '7f0c5a8e-0000-4000-8000-000000000001',
    number: 1,
    score: 2.5,
    scoredOn: '2026-07-02',
    reason: 'Tests are under way.',
    suggested: null,
    scoredBy: 'Jo Example'
  };
  const givenOn = (at: string) =>
    scoresCsv([{ ...score, scoredAt: new Date(at) }])
      .trim()
      .split(/\r?\n/)[1]
      ?.split(',')
      .at(-1);
  expect(givenOn('2026-07-01T23:30:00Z')).toBe('2026-07-02');
  expect(givenOn('2026-10-24T23:30:00Z')).toBe('2026-10-25');
  expect(givenOn('2026-12-01T23:30:00Z')).toBe('2026-12-01');
});
