import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { defaultRule, floorRule, type ProtectedCount, type Rule } from '#modules/disclosure';
import { sharedLines, type Cycle, type Programme } from '#modules/reach';
import { someCycle, someProgramme } from '../../src/modules/reach/builders.ts';
import { attack, type Known, type Span } from './solver.ts';

/**
 * A reader of what may leave of a cycle, who knows the rule, that stages lie within one another, and that parts add up to the count
 * they are parts of where they do. Shares no code with the protector.
 */

const nothing = {
  counts: [],
  bands: [],
  engagement: [],
  retained: null,
  groupEligible: [],
  groupServed: [],
  beforeYes: null,
  beforeAsked: null,
  afterYes: null,
  afterAsked: null
};
const promised = 5;

type Seen = { readonly truth: number; readonly count: ProtectedCount };

/** What a reader may take a count for: the reason is told, and "small" says so much. */
function spanOf({ count }: Seen, rule: Rule): Span {
  if (count.kind === 'hidden') {
    return count.reason === 'small-number'
      ? { least: rule.hideFrom, most: rule.hideTo }
      : { least: 0, most: 1_000 };
  }
  const { value } = count;
  if (value === 0) return { least: 0, most: 0 };
  const least = value - Math.floor(rule.roundTo / 2);
  return { least: Math.max(least, rule.hideTo + 1), most: least + rule.roundTo - 1 };
}

function seenOf(programme: Programme, cycle: Cycle, rule: Rule): Map<string, Seen> {
  const lines = sharedLines(programme, cycle, rule);
  const of = (about: string, truths: readonly (number | null)[], name: string) =>
    lines
      .filter((line) => line.about === about)
      .flatMap(({ count }, at): [string, Seen][] => {
        const truth = truths[at] ?? null;
        return truth === null ? [] : [[`${name}${at}`, { truth, count }]];
      });
  return new Map([
    ...of('Stage', cycle.counts, 'stage'),
    ...of('Received', cycle.bands, 'band'),
    ...of('Took part', cycle.engagement, 'step'),
    ...of('Could come, by group', cycle.groupEligible, 'could'),
    ...of('Served, by group', cycle.groupServed, 'came')
  ]);
}

/** Everything known of a cycle as sums, and the names of the counts that must stay unknown. */
function puzzleOf(programme: Programme, cycle: Cycle, rule: Rule) {
  const seen = seenOf(programme, cycle, rule);
  const known: Known[] = [];
  const unknowns = Object.fromEntries([...seen].map(([name, one]) => [name, spanOf(one, rule)]));
  const partOf = (part: string, whole: string) => {
    if (seen.has(part) && seen.has(whole))
      known.push({ sum: { [whole]: 1, [part]: -1 }, span: { least: 0, most: 1_000 } });
  };
  programme.stages.forEach((_, at) => partOf(`stage${at + 1}`, `stage${at}`));
  programme.groups.forEach((_, at) => partOf(`came${at}`, `could${at}`));
  const adds = (name: string, whole: string) => {
    const parts = [...seen].filter(([one]) => one.replace(/\d+$/, '') === name);
    const total = seen.get(whole);
    if (parts.length === 0 || total === undefined) return;
    const rest = total.truth - parts.reduce((sum, [, { truth }]) => sum + truth, 0);
    const sum = Object.fromEntries([...parts.map(([one]) => [one, -1]), [whole, 1]]);
    known.push({ sum, span: { least: 0, most: rest === 0 ? 0 : 1_000 } });
  };
  const served = `stage${programme.servedStage}`;
  adds('band', served);
  adds('step', served);
  adds('came', served);
  adds('could', 'stage0');
  const guarded = [...seen].filter(([, { count }]) => count.kind === 'hidden');
  return { puzzle: { unknowns, known }, guarded: guarded.map(([name]) => name) };
}

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
