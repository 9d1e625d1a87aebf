import { expect, test } from 'vitest';
import { setUpCodeOf } from './set-up-code.ts';

test('the set-up code is the same whoever works it out, and another for another installation', () => {
  const code = setUpCodeOf(Buffer.alloc(32, 1));
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$/);
  expect(setUpCodeOf(Buffer.alloc(32, 1))).toBe(code);
  expect(setUpCodeOf(Buffer.alloc(32, 2))).not.toBe(code);
});
