import { expect, test } from 'vitest';
import { asksOpen } from './kinds.ts';

test('an answer is owed by those who have listed nothing or some, and late after the day', () => {
  const asks = [
    { state: 'asked', dueOn: '2026-03-01' },
    { state: 'some', dueOn: '2026-03-02' },
    { state: 'asked', dueOn: null },
    { state: 'whole', dueOn: '2026-01-01' },
    { state: 'none-offered', dueOn: '2026-01-01' }
  ] as const;
  expect(asksOpen(asks, '2026-03-02')).toEqual({ open: 3, late: 1 });
});
