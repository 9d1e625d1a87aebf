import { describe, expect, test } from 'vitest';
import type { AgeId } from '#modules/vocabulary';
import { agesIn } from './ages.ts';

const age = (id: string, fromMonth: number, toMonth: number, openEnded = false) => ({
  id: id as AgeId, // made up for the test, with the bounds of the spine
  fromMonth,
  toMonth,
  openEnded
});
const ages = [
  age('birth', -9, 0),
  age('0-11', 0, 11),
  age('8-36', 8, 36),
  age('30-60', 30, 60, true)
];

describe('ages in free text', () => {
  test.each([
    ['0-5', ['0-11', '8-36', '30-60']],
    ['0–5 years', ['0-11', '8-36', '30-60']],
    ['0 to 5 yrs', ['0-11', '8-36', '30-60']],
    ['Birth to five', ['0-11', '8-36', '30-60']],
    ['18m+', ['8-36', '30-60']],
    ['18 months +', ['8-36', '30-60']],
    ['0-18 months', ['0-11', '8-36']],
    ['6m - 3y', ['0-11', '8-36']],
    ['under 1', ['0-11']],
    ['Under 5s', ['0-11', '8-36', '30-60']],
    ['under-fives', ['0-11', '8-36', '30-60']],
    ['1-2', ['8-36']],
    ['2 year olds', ['8-36', '30-60']],
    ['3+', ['30-60']],
    ['3 - 4', ['30-60']],
    ['6 weeks to 12 months', ['0-11']],
    ['0-19', ['0-11', '8-36', '30-60']],
    ['Babies', ['0-11']],
    ['babies and toddlers', ['0-11', '8-36']],
    ['Toddlers, pre-school', ['8-36', '30-60']],
    ['Pregnancy and 0-1', ['birth', '0-11', '8-36']],
    ['Expectant parents', ['birth']],
    ['0-1, 3-4', ['0-11', '8-36', '30-60']],
    ['All ages', ['birth', '0-11', '8-36', '30-60']]
  ])('%s', (text, expected) => {
    expect(agesIn(text, ages)).toEqual(expected);
  });

  test.each(['11-18', '16+', '12'])('%s is an age, and none of the bands', (text) => {
    expect(agesIn(text, ages)).toEqual([]);
  });

  test.each(['', 'Adults', 'See website', '5-3', '2026-04-01', 'room 3', '0-5 and room 12b'])(
    '%j says no age',
    (text) => {
      expect(agesIn(text, ages)).toBeNull();
    }
  );
});
