import { describe, expect, test } from 'vitest';
import { linkedLines } from './theme-sheet.ts';

describe('the lines of a text with web addresses', () => {
  test.each([
    {
      text: 'The Strategy https://a.example/s',
      runs: [{ text: 'The Strategy', href: 'https://a.example/s' }]
    },
    {
      text: 'Act of 2014: https://a.example/act, part 3',
      runs: [{ text: 'Act of 2014: https://a.example/act, part 3' }]
    },
    {
      text: 'National framework\nThe law (https://a.example/law)',
      runs: [
        { text: 'National framework' },
        { text: '\n' },
        { text: 'The law', href: 'https://a.example/law' }
      ]
    },
    {
      text: 'https://a.example/alone',
      runs: [{ text: 'https://a.example/alone', href: 'https://a.example/alone' }]
    },
    { text: '', runs: [] }
  ])('make $runs of “$text”', ({ text, runs }) => {
    expect(linkedLines(text)).toEqual(runs);
  });
});
