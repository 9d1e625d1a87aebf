import { describe, expect, test } from 'vitest';
import { adviceOf, adviceSentence, confidenceOf, recordsInWords } from './index.ts';

describe('the confidence in a stage', () => {
  test('counts statements by their answer, and those without one', () => {
    expect(confidenceOf(['low', 'high', null, 'low', 'no-level'])).toEqual({
      high: 1,
      moderate: 0,
      low: 2,
      open: 2
    });
  });
});

describe('the advice of the stock-takes', () => {
  const stage = (order: number, neededBefore: number | null, levels: readonly string[]) => ({
    id: `stage-${order}`,
    order,
    neededBefore,
    confidence: confidenceOf(levels)
  });

  // By the rule: only low answers ask for more work, and before the stage that rests on them.
  test('names each stage with low answers and what they come before', () => {
    const advice = adviceOf([
      stage(1, 3, ['low', 'high', 'low', 'moderate']),
      stage(2, 3, ['moderate', 'high']),
      stage(6, null, ['low'])
    ]);
    expect(advice.map(adviceSentence)).toEqual([
      '2 low in stage 1: more work advised before stage 3.',
      '1 low in stage 6: more work advised before you begin the stages again.'
    ]);
  });

  test('is none where nothing is low', () => {
    expect(adviceOf([stage(1, 3, ['moderate', 'high'])])).toEqual([]);
  });
});

test('records are counted in words', () => {
  expect(recordsInWords('questions', 4)).toBe('4 questions of need');
  expect(recordsInWords('questions', 1)).toBe('1 question of need');
});
