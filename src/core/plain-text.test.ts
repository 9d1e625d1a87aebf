import { expect, test } from 'vitest';
import { hasControls, plainText } from './plain-text.ts';

test('a text keeps its letters in any script, its tabs and its line ends', () => {
  const text = 'Ынтымак\tПерт 👩‍👧\r\nحضانة';
  expect(plainText(text)).toBe(text);
});

test.each([
  ['a\u0000b', 'ab'],
  ['\u001b[31mred', '[31mred'],
  ['a\u007fb\u0008', 'ab'],
  ['half \ud83d', 'half \ufffd']
])('%j becomes %j', (given, plain) => {
  expect(plainText(given)).toBe(plain);
});

test('an address with a control character is known', () => {
  expect(hasControls('/p/\u0000')).toBe(true);
  expect(hasControls('/p/a\nb')).toBe(true);
  expect(hasControls('/p/perth-and-kinross')).toBe(false);
});
