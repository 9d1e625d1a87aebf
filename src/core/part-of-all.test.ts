import { expect, test } from 'vitest';
import { asSentence, partOfAll } from './part-of-all.ts';

test.each([
  [2, 5, '2 of 5 aims are'],
  [1, 5, '1 of 5 aims is'],
  [0, 5, '0 of 5 aims are'],
  [1, 1, '1 of 1 aim is'],
  [0, 1, '0 of 1 aim is'],
  [0, 0, 'no aim is']
])('%i of %i: %s', (part, all, words) => {
  expect(partOfAll(part, all, ['aim', 'aims'], ['is', 'are'])).toBe(words);
});

test('a sentence begins with a capital', () => {
  expect(asSentence('no aim is open.')).toBe('No aim is open.');
  expect(asSentence('2 aims are open.')).toBe('2 aims are open.');
});
