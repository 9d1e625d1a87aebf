import { describe, expect, test } from 'vitest';
import { someReport, someRollOut, someSetting } from './builders.ts';
import { duesOf } from './due.ts';
import { countPlaces, placesOn } from './rules.ts';

describe('what a roll-out wants', () => {
  const four = [1, 2, 3, 4].map((number) => someSetting(number));
  const said = [
    someReport(1, 'fully', '2026-01-20'),
    someReport(2, 'using', '2026-02-02'),
    someReport(3, 'stopped', '2026-02-09')
  ];
  const counts = countPlaces(placesOn(someRollOut(), four, said, '2026-03-02'));
  const withGoal = someRollOut({ goalSettings: 3, goalBy: '2026-06-30' });

  test('is its goal while settings are missing, and a word a term after the last', () => {
    // 92 days after 9 February: 19 left in February, 31 in March, 30 in April, 12 in May.
    expect(duesOf(withGoal, counts, '2026-02-09')).toEqual([
      { kind: 'goal', on: '2026-06-30', settings: 1 },
      { kind: 'word', on: '2026-05-12', lastSaidOn: '2026-02-09' }
    ]);
  });

  test('is a word a term after it started, where nobody has said anything', () => {
    // It started on 5 January.
    expect(duesOf(someRollOut(), counts, null)).toEqual([
      { kind: 'word', on: '2026-04-07', lastSaidOn: null }
    ]);
    expect(duesOf(someRollOut(), counts, '2025-12-01')).toMatchObject([{ on: '2026-04-07' }]);
  });

  test.each([
    { about: 'the goal, once it is met', change: { goalSettings: 2, goalBy: '2026-06-30' } },
    { about: 'a goal without a day', change: { goalSettings: 4 } }
  ])('is not $about', ({ change }) => {
    expect(duesOf(someRollOut(change), counts, null).map(({ kind }) => kind)).toEqual(['word']);
  });

  test('is nothing once it has ended, and no word once all use it fully', () => {
    expect(duesOf({ ...withGoal, endedOn: '2026-03-01' }, counts, null)).toEqual([]);
    expect(duesOf(someRollOut(), { ...counts, eligible: 1, fully: 1 }, null)).toEqual([]);
  });
});
