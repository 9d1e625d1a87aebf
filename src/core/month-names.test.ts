import { expect, test } from 'vitest';
import { monthNumber } from './month-names.ts';

test.each([
  ['January', 1],
  ['sept', 9],
  ['DEC', 12],
  ['ma', 0],
  ['marx', 0],
  ['', 0]
])('%j is month %d', (name, month) => {
  expect(monthNumber(name)).toBe(month);
});
