import fc from 'fast-check';
import { isSmall, type ProtectedCount, type Rule } from '#modules/disclosure';
import { sharedLines, type Cycle, type Programme } from '#modules/reach';
import { someCycle, someProgramme } from '../../src/modules/reach/builders.ts';
import { attack, type Known, type Left, type Span } from './solver.ts';

/**
 * A reader of what may leave of a cycle, who knows the rule, that stages lie within one another, and that parts add up to the count
 * they are parts of where they do. Shares no code with the protector.
 */

export const nothing = {
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
export const promised = 5;

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

function seenOf(
  programme: Programme,
  cycle: Cycle,
  rule: Rule,
  before: readonly Cycle[] = []
): Map<string, Seen> {
  const lines = sharedLines(programme, cycle, rule, before);
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
export function puzzleOf(
  programme: Programme,
  cycle: Cycle,
  rule: Rule,
  before: readonly Cycle[] = []
) {
  const seen = seenOf(programme, cycle, rule, before);
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
  return { puzzle: { unknowns, known }, guarded: guarded.map(([name]) => name), seen };
}

/** Two files of one cycle, whose reader knows which counts were corrected in between, and that the others are the same. */
function twoFiles(
  programme: Programme,
  { first, second, rule }: { first: Cycle; second: Cycle; rule: Rule },
  remembers: boolean
) {
  const called = ({ puzzle, guarded, seen }: ReturnType<typeof puzzleOf>, when: string) => ({
    unknowns: Object.fromEntries(
      Object.entries(puzzle.unknowns).map(([name, span]) => [`${name} ${when}`, span])
    ),
    known: puzzle.known.map(({ sum, span }): Known => ({
      sum: Object.fromEntries(Object.entries(sum).map(([name, by]) => [`${name} ${when}`, by])),
      span
    })),
    near: Object.fromEntries([...seen].map(([name, { truth }]) => [`${name} ${when}`, truth])),
    guarded: guarded.map((name) => `${name} ${when}`),
    seen
  });
  const then = called(puzzleOf(programme, first, rule), 'then');
  const now = called(puzzleOf(programme, second, rule, remembers ? [first] : []), 'now');
  const same = [...then.seen].flatMap(([name, { truth }]): Known[] =>
    now.seen.get(name)?.truth === truth
      ? [{ sum: { [`${name} then`]: 1, [`${name} now`]: -1 }, span: { least: 0, most: 0 } }]
      : []
  );
  const isShownIn = (other: Map<string, Seen>, name: string, own: Map<string, Seen>) => {
    const [count = ''] = name.split(' ');
    const there = other.get(count);
    return there?.count.kind === 'shown' && there.truth === own.get(count)?.truth;
  };
  const near: Record<string, number> = { ...then.near, ...now.near };
  return {
    puzzle: {
      unknowns: { ...then.unknowns, ...now.unknowns },
      known: [...then.known, ...now.known, ...same],
      near
    },
    // Small counts alone: others stand in public as they are rounded, and are hidden now and then to guard a small one.
    guarded: [
      ...then.guarded.filter((name) => !isShownIn(now.seen, name, then.seen)),
      ...now.guarded.filter((name) => !isShownIn(then.seen, name, now.seen))
    ].filter((name) => isSmall(near[name] ?? 0, rule))
  };
}

const upTo = (most: number) => fc.integer({ min: 0, max: most });

/** Three amounts and their sum, one of them raised or lowered in between. */
const amounts = someProgramme({
  stages: ['Could come', 'Came'],
  servedStage: 1,
  retentionSessions: null,
  bands: ['Few', 'Some', 'Many'],
  engagementScale: [],
  groups: [],
  outcome: ''
});
const ofAmounts = (bands: readonly number[], could: number) =>
  someCycle('2026-10-01', {
    ...nothing,
    counts: [could, bands.reduce((sum, one) => sum + one, 0)],
    bands
  });
const amountsTwice = fc
  .tuple(upTo(14), upTo(30), upTo(60), upTo(2), fc.integer({ min: -3, max: 3 }))
  .map(([one, two, three, place, by]) => {
    const bands = [one, two, three];
    const could = one + two + three + 40;
    const later = bands.map((count, at) => (at === place ? Math.max(0, count + by) : count));
    return [ofAmounts(bands, could), ofAmounts(later, could)] as const;
  });

/** Whole cycles with two groups, each count of which may be corrected; parts are drawn as shares, so that they always fit. */
const whole = someProgramme({ retentionSessions: null, outcome: '' });
const wholeCycle = fc
  .tuple(upTo(30), upTo(30), upTo(100), upTo(100), upTo(9), upTo(9), upTo(100))
  .map(([one, other, first, second, more, lost, share]) => {
    const came = [Math.floor((one * first) / 100), Math.floor((other * second) / 100)];
    const served = (came[0] ?? 0) + (came[1] ?? 0);
    const part = Math.floor((served * share) / 100);
    return {
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
      engagement: [Math.floor((served * share) / 200), 0]
    };
  });
const wholeTwice = fc.tuple(wholeCycle, wholeCycle, upTo(3)).map(([first, other, what]) => {
  const last = Math.min(first.counts[2] ?? 0, other.counts[3] ?? 0);
  const changed = [
    { counts: [...first.counts.slice(0, 3), last] },
    { engagement: [Math.min(first.counts[2] ?? 0, other.engagement[0] ?? 0), 0] },
    { bands: [first.bands[1] ?? 0, first.bands[0] ?? 0] },
    other
  ][what];
  return [
    someCycle('2026-10-01', first),
    someCycle('2026-10-01', { ...first, ...changed })
  ] as const;
});

const pairs = { amounts: amountsTwice, 'whole cycles': wholeTwice } as const;
const programmes = { amounts, 'whole cycles': whole } as const;
export const shapesOfCycles = ['amounts', 'whole cycles'] as const;

/**
 * Attacks two files of one cycle with counts corrected in between. `remembers`: whether the second is made beside the first, as Cairn
 * makes it.
 */
export function attackCyclesTwice(given: {
  readonly shape: (typeof shapesOfCycles)[number];
  readonly pairs: number;
  readonly seed: number;
  readonly remembers: boolean;
  readonly rule: Rule;
}): { readonly tried: number; readonly opened: readonly Left[]; readonly undecided: number } {
  const { shape, rule, seed, remembers } = given;
  const attacks = fc
    .sample(pairs[shape], { numRuns: given.pairs, seed })
    .map(([first, second]) => twoFiles(programmes[shape], { first, second, rule }, remembers))
    .filter(({ guarded }) => guarded.length > 0)
    .map(({ puzzle, guarded }) => attack(puzzle, guarded, promised));
  return {
    tried: attacks.reduce((sum, { tried }) => sum + tried, 0),
    opened: attacks.flatMap(({ opened }) => opened),
    undecided: attacks.reduce((sum, { undecided }) => sum + undecided, 0)
  };
}
