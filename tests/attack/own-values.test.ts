import { describe, expect, test } from 'vitest';
import { byRule, defaultRule } from '#modules/disclosure';
import { attackOverTime, attackOwnValues } from './own-values.ts';

/** Longer runs: `npm run bench -- attack`. */
test.each([
  { what: 'groups of everybody', areaCount: 0, groupsOfAreas: false, sets: 40 },
  { what: 'groups of everybody, and areas', areaCount: 2, groupsOfAreas: false, sets: 8 },
  { what: 'groups of each area', areaCount: 2, groupsOfAreas: true, sets: 4 }
])('own values by $what leave five numbers for every hidden count', (shape) => {
  const found = attackOwnValues({ ...shape, seed: 5, sight: byRule(defaultRule) });
  expect(found.tried).toBeGreaterThan(10);
  expect(found.opened).toEqual([]);
});

describe('two files of one period, taken away one after the other', () => {
  const shape = { areaCount: 0, groupsOfAreas: false, seed: 7, sight: byRule(defaultRule) };

  test.each([
    { change: 'corrected', areaCount: 0, sets: 60 },
    { change: 'group added', areaCount: 0, sets: 60 },
    { change: 'area added', areaCount: 2, sets: 4 }
  ] as const)('leave five numbers for every hidden count: $change, $areaCount areas', (given) => {
    const found = attackOverTime({ ...shape, ...given, remembers: true });
    expect(found.tried).toBeGreaterThan(20);
    expect(found.opened).toEqual([]);
  });

  test('would tell hidden counts if the second were made without regard to the first', () => {
    const found = attackOverTime({ ...shape, change: 'group added', sets: 60, remembers: false });
    expect(found.opened.length).toBeGreaterThan(0);
  });
});
