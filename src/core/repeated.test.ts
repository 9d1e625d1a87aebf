import { expect, test } from 'vitest';
import { readOnce } from './repeated.ts';

test('a text is read once, as long as no more texts come than are kept', () => {
  const read: string[] = [];
  const lengthOf = readOnce((text) => read.push(text) && text.length, 2);
  expect(['Hope', 'Hope', 'Oak', 'Hope', 'Mill', 'Hope'].map(lengthOf)).toEqual([4, 4, 3, 4, 4, 4]);
  expect(read).toEqual(['Hope', 'Oak', 'Mill', 'Hope']);
});
