import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someSetting } from './builders.ts';
import { areasToShare } from './shared-areas.ts';
import { sharedAreasTable } from './tables.ts';
import type { Place } from './types.ts';

const place = (number: number, area: string): Place => ({
  setting: someSetting(number, { area }),
  standing: number % 2 === 0 ? 'using' : 'not-started',
  report: null
});
const places = (areas: readonly string[]) => areas.map((area, at) => place(at + 1, area));
const members = (areas: readonly string[]) =>
  places(areas).map(({ setting: { id, area } }) => ({ id, area }));

/** "North 3" for each line, and how many are in none. */
const shown = (before: readonly (readonly string[])[], now: readonly string[]) => {
  const { lines, notCounted } = areasToShare(before.map(members), places(now));
  return [...lines.map(({ areas, eligible }) => `${areas.join(' and ')} ${eligible}`), notCounted];
};

describe('areas that leave the partnership', () => {
  test('never rest on one setting: it is counted together with the smallest of the others', () => {
    const now = ['North', 'North', 'North', 'Mill', 'Mill', 'Weir'];
    expect(shown([], now)).toEqual(['Mill and Weir 3', 'North 3', 0]);
    const table = sharedAreasTable(areasToShare([], places(now)));
    expect(table.map(([area, eligible, , , using]) => [area, eligible, using])).toEqual([
      ['Area', 'Could use it', 'Using it'],
      ['Mill and Weir', '3', '2'],
      ['North', '3', '1']
    ]);
  });

  test('are not shown at all where there is one setting only', () => {
    expect(shown([], ['Weir'])).toEqual([1]);
  });

  test('let a setting that came alone wait for the next', () => {
    const first = ['North', 'North', 'Mill', 'Mill'];
    expect(shown([first], [...first, 'Mill'])).toEqual(['Mill 2', 'North 2', 1]);
    const table = sharedAreasTable(areasToShare([members(first)], places([...first, 'Mill'])));
    expect(table.at(-1)?.slice(0, 3)).toEqual([
      'Not counted, so that no setting is told by itself',
      '1',
      ''
    ]);
    expect(shown([first, [...first, 'Mill']], [...first, 'Mill', 'Mill'])).toEqual([
      'Mill 4',
      'North 2',
      0
    ]);
  });

  test('count two areas together when a setting moved from one to the other', () => {
    expect(
      shown([['North', 'North', 'North', 'Mill', 'Mill', 'Mill']], [
        'Mill', 'North', 'North', 'Mill', 'Mill', 'Mill'
      ])
    ).toEqual(['Mill and North 6', 0]); // prettier-ignore
  });

  test('leave the line of a setting that closed alone out', () => {
    const all = ['Mill', 'Mill', 'Mill', 'North', 'North'];
    const { lines } = areasToShare([members(all)], places(all).slice(1));
    expect(lines.map(({ areas }) => areas)).toEqual([['North']]);
  });

  test('keep every setting of a first file, whatever the areas', () => {
    const areas = fc.array(fc.constantFrom('A', 'B', 'C', 'D', ''), {
      minLength: 2,
      maxLength: 30
    });
    fc.assert(
      fc.property(areas, (list) => {
        const { lines, notCounted } = areasToShare([], places(list));
        expect(lines.every(({ eligible }) => eligible > 1)).toBe(true);
        expect(notCounted).toBe(0);
      })
    );
  });
});
