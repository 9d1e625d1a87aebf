import type { Strength } from '#modules/vocabulary';
import { describe, expect, test } from 'vitest';
import { compareDifferences, differenceOf, differences, type Difference } from './compare.ts';

const cell = (strength: Strength) => ({ strength });

describe('what differs between two columns', () => {
  test.each<{ first: Strength; second: Strength; difference: Difference }>([
    { first: 'moderate', second: 'critical', difference: 'more' },
    { first: 'no-link', second: 'moderate', difference: 'more' },
    { first: 'critical', second: 'strong', difference: 'less' },
    { first: 'strong', second: 'no-link', difference: 'less' },
    { first: 'strong', second: 'strong', difference: 'same' },
    { first: 'no-link', second: 'no-link', difference: 'same' },
    { first: 'no-link', second: 'unknown', difference: 'cannot-tell' },
    { first: 'unknown', second: 'critical', difference: 'cannot-tell' },
    { first: 'unknown', second: 'unknown', difference: 'neither-known' }
  ])('from $first to $second is $difference', ({ first, second, difference }) => {
    expect(differenceOf(cell(first), cell(second))).toBe(difference);
  });

  test('is the other way round when the columns change places', () => {
    expect(differenceOf(cell('critical'), cell('moderate'))).toBe('less');
    expect(differenceOf(cell('moderate'), cell('critical'))).toBe('more');
  });

  test('is sorted with what differs first and what nobody knows last', () => {
    const sorted = differences.toReversed().toSorted(compareDifferences);
    expect(sorted).toEqual(['more', 'less', 'cannot-tell', 'same', 'neither-known']);
  });
});
