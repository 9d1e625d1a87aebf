import { describe, expect, test } from 'vitest';
import { protectCount, protectSeries } from './count.ts';
import { defaultRule, readRule } from './rule.ts';
import { countWords, hiddenSentence, problemSentence, ruleSentence } from './sentences.ts';
import { protectTable } from './table.ts';

describe('the words for a count', () => {
  test('are the number, or what is known of it', () => {
    const series = protectSeries([0, 5, 12_344, null]);
    expect(series.ok && series.value.map((count) => countWords(count, defaultRule))).toEqual([
      '0',
      'fewer than 8',
      '12,345',
      'not collected'
    ]);
  });

  test('say that none may be meant when zeros are hidden too', () => {
    const rule = { hideFrom: 0, hideTo: 4, roundTo: 5 } as const;
    const count = protectCount(0, rule);
    expect(count.ok && countWords(count.value, rule)).toBe('fewer than 5, or none');
  });
});

test('a rule is told in a sentence', () => {
  expect(ruleSentence(defaultRule)).toBe(
    'Counts from 1 to 7 are hidden; others are rounded to the nearest 5, so parts may not add up to their totals and percentages may differ a little from those of the exact counts.'
  );
  expect(ruleSentence({ hideFrom: 1, hideTo: 4, roundTo: 1 })).toBe(
    'Counts from 1 to 4 are hidden; others are shown as they are.'
  );
});

test('a reason is told in a sentence', () => {
  expect(hiddenSentence('protects-another', defaultRule)).toBe(
    'Hidden so that another hidden number cannot be worked out.'
  );
});

test('problems are told with rows and columns counted from one, and say what to do', () => {
  const ragged = protectTable([[1, 2], [3]]);
  expect(!ragged.ok && problemSentence(ragged.error)).toBe(
    'Row 2 does not have as many counts as the first row, which has 2: it has 1. Give every row the same number.'
  );
  const coarse = readRule({ roundTo: 20 });
  expect(!coarse.ok && problemSentence(coarse.error)).toContain('Raise hideTo or lower roundTo');
});
