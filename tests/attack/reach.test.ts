import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { defaultRule, floorRule, type Rule } from '#modules/disclosure';
import type { Cycle, Programme } from '#modules/reach';
import { someCycle, someProgramme } from '../../src/modules/reach/builders.ts';
import { attackCyclesTwice, nothing, promised, puzzleOf, shapesOfCycles } from './reach-reader.ts';
import { attack } from './solver.ts';

function expectUnopened(programme: Programme, cycle: Cycle, rule: Rule): number {
  const { puzzle, guarded } = puzzleOf(programme, cycle, rule);
  if (guarded.length === 0) return 0;
  const { opened, tried } = attack(puzzle, guarded, promised);
  expect({ cycle, opened }).toEqual({ cycle, opened: [] });
  return tried;
}

/** Every list of so many numbers from 0 to `most`, in order of size: which part is which changes nothing. */
function listsOf(length: number, most: number): number[][] {
  if (length === 0) return [[]];
  return listsOf(length - 1, most).flatMap((list) =>
    Array.from({ length: most + 1 - (list.at(-1) ?? 0) }, (_, more) => [
      ...list,
      (list.at(-1) ?? 0) + more
    ])
  );
}

describe('what may leave of a cycle', () => {
  // Groups of 6 and 7 beside "15 could come" were each 6 or 7.
  test.each([
    { parts: 2, most: 20 },
    { parts: 3, most: 10 },
    { parts: 4, most: 7 }
  ])('leaves five numbers for each hidden count of $parts parts and their total', (walk) => {
    const names = Array.from({ length: walk.parts }, (_, at) => `Part ${at}`);
    const ofStages = someProgramme({
      stages: ['Could come', 'Came'],
      servedStage: 1,
      retentionSessions: null,
      bands: names,
      engagementScale: [],
      groups: [],
      outcome: ''
    });
    const ofGroups = { ...ofStages, bands: [], groups: names };
    let tried = 0;
    for (const list of listsOf(walk.parts, walk.most)) {
      const sum = list.reduce((total, one) => total + one, 0);
      const bands = someCycle('2026-10-01', { ...nothing, counts: [sum + 40, sum], bands: list });
      const groups = someCycle('2026-10-01', {
        ...nothing,
        counts: [sum, null],
        groupEligible: list,
        groupServed: list.map(() => null)
      });
      const served = someCycle('2026-10-01', {
        ...nothing,
        counts: [sum, Math.floor(sum / 2)],
        groupEligible: list,
        groupServed: list.map(() => null)
      });
      tried += expectUnopened(ofStages, bands, defaultRule);
      tried += expectUnopened(ofGroups, groups, defaultRule);
      tried += expectUnopened(ofGroups, served, defaultRule);
    }
    expect(tried).toBeGreaterThan(300);
  });

  test.each([
    { rule: defaultRule, name: 'the usual rule' },
    { rule: floorRule, name: 'the weakest rule' }
  ])('leaves five numbers for each hidden count of whole cycles, under $name', ({ rule }) => {
    const programme = someProgramme({ retentionSessions: null, outcome: '' });
    const upTo = (most: number) => fc.integer({ min: 0, max: most });
    const split = fc.tuple(upTo(12), upTo(12), upTo(100), upTo(100));
    const cycles = fc.tuple(split, split, upTo(9), upTo(9)).map(([groups, lists, more, lost]) => {
      const [one, other, first, second] = groups;
      const came = [Math.floor((one * first) / 100), Math.floor((other * second) / 100)];
      const served = (came[0] ?? 0) + (came[1] ?? 0);
      const part = Math.floor((served * lists[2]) / 100);
      return someCycle('2026-10-01', {
        ...nothing,
        counts: [
          one + other,
          Math.min(one + other, served + more),
          served,
          Math.max(0, served - lost)
        ],
        groupEligible: [one, other],
        groupServed: came,
        bands: [part, served - part],
        engagement: [Math.floor((served * lists[3]) / 100), 0]
      });
    });
    fc.assert(
      fc.property(cycles, (cycle) => {
        expectUnopened(programme, cycle, rule);
      }),
      { numRuns: 200, seed: 35 }
    );
  });
});

describe('two files of one cycle, with counts corrected in between', () => {
  test('would tell hidden counts if the second were made without regard to the first', () => {
    const given = { pairs: 200, seed: 57, remembers: false, rule: defaultRule };
    expect(attackCyclesTwice({ shape: 'amounts', ...given }).opened.length).toBeGreaterThan(5);
  });

  test.each(shapesOfCycles)(
    'leave five numbers for every small count that is hidden: %s',
    (shape) => {
      for (const rule of [defaultRule, floorRule]) {
        const given = { pairs: 150, seed: 57, remembers: true, rule };
        const { tried, opened } = attackCyclesTwice({ shape, ...given });
        expect(tried).toBeGreaterThan(100);
        expect(opened).toEqual([]);
      }
    }
  );
});
