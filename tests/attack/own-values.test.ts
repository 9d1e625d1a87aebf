import { expect, test } from 'vitest';
import { byRule, defaultRule } from '#modules/disclosure';
import { attackOwnValues } from './own-values.ts';

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
