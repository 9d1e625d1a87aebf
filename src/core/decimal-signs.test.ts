import { expect, test } from 'vitest';
import { withPointDecimals } from './decimal-signs.ts';

const numbersUnder = (...column: string[]) =>
  withPointDecimals([['Score'], ...column.map((cell) => [cell])])
    .slice(1)
    .flat();

test('numbers with commas before their decimals get points', () => {
  expect(numbersUnder('1.204,5', '13', '−0,5', '54,5 %', 'not collected')).toEqual([
    '1204.5',
    '13',
    '-0.5',
    '54.5%',
    'not collected'
  ]);
});

test('a column in which a point may stand before decimals stays as it is', () => {
  for (const column of [['1.5', '2,5'], ['1.204'], ['1,2,3'], ['01.02.2026', '1,5']]) {
    expect(numbersUnder(...column)).toEqual(column);
  }
});
