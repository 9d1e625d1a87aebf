import { expect, test } from 'vitest';
import { dueState, dueWords } from './due.ts';

test.each([
  ['2026-03-01', 'overdue'],
  ['2026-03-02', 'soon'],
  ['2026-04-01', 'soon'],
  ['2026-04-02', 'later']
] as const)('figures that are due on %s are, on 2 March 2026, %s', (day, state) => {
  expect(dueState(day, '2026-03-02')).toBe(state);
});

test('a date is said as what is owed or as what is expected', () => {
  const say = (date: string) => date;
  expect(dueWords('2026-03-01', '2026-03-02', say)).toBe('Figures due since 2026-03-01');
  expect(dueWords('2026-03-02', '2026-03-02', say)).toBe('Next figures due on 2026-03-02');
});
