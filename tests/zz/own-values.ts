import type { Rule, Sight } from '#modules/disclosure';
import {
  safeOwnValues,
  type IndicatorValue,
  type OwnValues,
  type SafeOwnValue
} from '#modules/indicators';
import { numbersShownAs } from './attacker.ts';
import { chanceFrom } from './random-tables.ts';
import {
  anyCount,
  attack,
  type Known,
  type Left,
  type Puzzle,
  type Span,
  type Terms
} from './solver.ts';

/**
 * A partnership's own figures of one period, by groups and by areas, as a reader puts them together. Everybody stands in one group of one
 * area; what no row shows is a group or an area of the rest. Counted and others are two unknowns for each of these.
 */
type Leaf = { readonly group: string; readonly area: string };
type Counts = ReadonlyMap<string, { readonly counted: number; readonly others: number }>;

const groups = [
  { id: 'better', title: 'Better-off', inGap: 'better-off' },
  { id: 'poorer', title: 'Poorer', inGap: 'poorer' }
] as const;
const unit = { unit: 'percent', decimals: 1, breakdowns: groups } as const;

const leafName = ({ group, area }: Leaf) => `${group} in ${area}`;
const rest = 'rest';

/** Made-up people: `areaCount` areas and two groups; with a rest of either, or none. */
function randomPeople(
  chance: () => number,
  { areaCount, largest }: { areaCount: number; largest: number }
): Counts {
  const areas = Array.from({ length: areaCount }, (_, at) => `area ${at}`);
  const counts = new Map<string, { counted: number; others: number }>();
  const [hasRestOfGroups, hasRestOfAreas] = [chance() < 0.3, chance() < 0.3];
  const some = () => Math.floor(chance() ** 2 * largest);
  for (const area of [...areas, ...(hasRestOfAreas || areaCount === 0 ? [rest] : [])]) {
    for (const { id } of [...groups, ...(hasRestOfGroups ? [{ id: rest }] : [])]) {
      counts.set(leafName({ group: id, area }), { counted: some(), others: some() });
    }
  }
  return counts;
}

/** Which rows a partnership recorded: everybody; the groups; the areas; the groups of each area. */
type Recorded = { readonly areas: boolean; readonly groupsOfAreas: boolean };

const isIn = (leaf: string, group: string, area: string) =>
  (group === 'all' || leaf.startsWith(`${group} in `)) &&
  (area === '' || leaf.endsWith(` in ${area}`));

/** The rows as they were recorded. */
function recordedRows(people: Counts, { areas, groupsOfAreas }: Recorded): IndicatorValue[] {
  const named = [...new Set([...people.keys()].map((leaf) => leaf.split(' in ')[1] ?? ''))];
  const places = ['', ...(areas ? named.filter((area) => area !== rest) : [])];
  return places.flatMap((area) =>
    ['all', ...(area === '' || groupsOfAreas ? groups.map(({ id }) => id) : [])].flatMap(
      (breakdown) => {
        const own = [...people]
          .filter(([leaf]) => isIn(leaf, breakdown, area))
          .map(([, count]) => count);
        const numerator = own.reduce((sum, { counted }) => sum + counted, 0);
        const denominator = own.reduce((sum, { counted, others }) => sum + counted + others, 0);
        if (denominator === 0) return [];
        const id = `${breakdown}|${area}` as IndicatorValue['id']; // a name for the test
        return [
          {
            id,
            indicatorId: 'made-up',
            period: '2025',
            starts: '2025-01-01',
            breakdown,
            area,
            value: (100 * numerator) / denominator,
            numerator,
            denominator,
            status: 'final',
            note: '',
            version: 1,
            updatedAt: new Date(0),
            updatedBy: ''
          } satisfies IndicatorValue
        ];
      }
    )
  );
}

/** What a reader knows from the rows that leave, and the small counts that must stay hidden. */
function puzzleOf(
  people: Counts,
  safe: readonly SafeOwnValue[],
  rule: Rule,
  /** What the people of a leaf are called, and the rows that tell of them: those who changed have another name in each state. */
  {
    called,
    rows,
    isLater
  }: { called: (leaf: string) => string; rows: string; isLater: boolean } = {
    called: (leaf) => leaf,
    rows: '',
    isLater: false
  }
): { readonly puzzle: Required<Puzzle>; readonly guarded: readonly string[] } {
  const unknowns: Record<string, Span> = {};
  const near: Record<string, number> = {};
  const counted = (leaf: string) => `counted ${called(leaf)}`;
  const others = (leaf: string) => `others ${called(leaf)}`;
  for (const [leaf, truth] of people) {
    unknowns[counted(leaf)] = anyCount;
    unknowns[others(leaf)] = anyCount;
    near[counted(leaf)] = truth.counted;
    near[others(leaf)] = truth.others;
  }
  const known: Known[] = [];
  const either: Known[][][] = [];
  const guarded: string[] = [];
  const isSmall = (count: number) => count >= rule.hideFrom && count <= rule.hideTo;
  const hasOtherReasons = safe.some(
    ({ hidden }) => hidden !== null && hidden !== 'protects-another'
  );
  for (const row of safe) {
    const { breakdown, area, numerator, denominator } = row.source;
    const own = [...people.keys()].filter((leaf) => isIn(leaf, breakdown, area));
    const name = `${breakdown} ${area}${rows}`;
    const part = `part of ${name}`;
    const remainder = `rest of ${name}`;
    const whole = `all of ${name}`;
    // Each figure of a row is an unknown of its own, tied to the people in it.
    unknowns[part] = anyCount;
    unknowns[remainder] = anyCount;
    unknowns[whole] = anyCount;
    const nought = { least: 0, most: 0 };
    const tie = (figure: string, names: readonly string[]) => {
      const sum: Terms = { [figure]: -1, ...Object.fromEntries(names.map((each) => [each, 1])) };
      known.push({ sum, span: nought });
    };
    tie(part, own.map(counted));
    tie(remainder, own.map(others));
    tie(whole, [part, remainder]);
    const is = (figure: string, span: Span): Known => ({ sum: { [figure]: 1 }, span });
    const large: Span = { least: rule.hideTo + 1, most: anyCount.most };
    const little: Span = { least: 0, most: rule.hideTo };
    if (row.denominator !== null) known.push(is(whole, numbersShownAs(row.denominator, rule)));
    switch (row.hidden) {
      case null:
        known.push(is(part, numbersShownAs(row.numerator ?? 0, rule)), is(remainder, large));
        break;
      case 'small-group':
        known.push(is(whole, { least: 1, most: rule.hideTo }));
        break;
      case 'small-number':
        known.push(
          is(part, { least: 1, most: rule.hideTo }),
          is(whole, large),
          is(remainder, { least: 1, most: anyCount.most })
        );
        break;
      case 'small-remainder':
        known.push(is(whole, large));
        either.push([
          [is(part, nought)],
          [is(remainder, nought)],
          [is(remainder, little), is(part, large)]
        ]);
        break;
      case 'protects-another':
        // Groups of areas are withheld all together: that tells of none of them. So it is with a later file in which all have one reason.
        if ((breakdown !== 'all' && area !== '') || (isLater && !hasOtherReasons)) break;
        known.push(is(part, large), is(remainder, large));
        break;
      default:
        throw new Error(`A made-up row is hidden for ${row.hidden}.`);
    }
    // What was recorded says which of the hidden counts are small; whoever reads is not told.
    const [truth, size] = [numerator ?? 0, denominator ?? 0];
    near[part] = truth;
    near[remainder] = size - truth;
    near[whole] = size;
    if (row.hidden !== null) {
      if (isSmall(truth)) guarded.push(part);
      if (isSmall(size - truth)) guarded.push(remainder);
      if (isSmall(size)) guarded.push(whole);
    }
  }
  return { puzzle: { unknowns, known, either, near }, guarded };
}

/** Attacks made-up sets of figures, each by itself: how many hidden counts were tried, and which were opened. */
export function attackOwnValues(shape: {
  readonly areaCount: number;
  readonly groupsOfAreas: boolean;
  readonly sets: number;
  readonly seed: number;
  readonly sight: Extract<Sight, { kind: 'by-rule' }>;
}): { readonly tried: number; readonly opened: readonly Left[]; readonly undecided: number } {
  const { areaCount, groupsOfAreas, sets, seed, sight } = shape;
  const chance = chanceFrom(seed);
  const recorded = { areas: areaCount > 0, groupsOfAreas };
  const attacks = Array.from({ length: sets }, (_, at) => {
    // Few people: there is more to hide.
    const largest = [10, 16, 24, 40][at % 4] ?? 10;
    const people = randomPeople(chance, { areaCount, largest });
    const safe = safeOwnValues(
      { now: recordedRows(people, recorded), before: new Map() },
      unit,
      sight
    );
    const { puzzle, guarded } = puzzleOf(people, safe, sight.rule);
    return attack(puzzle, guarded);
  });
  return {
    tried: attacks.reduce((sum, { tried }) => sum + tried, 0),
    opened: attacks.flatMap(({ opened }) => opened),
    undecided: attacks.reduce((sum, { undecided }) => sum + undecided, 0)
  };
}

/** What was done to the figures between the two files that a reader holds. */
export const changesOverTime = ['corrected', 'area added', 'group added'] as const;
export type ChangeOverTime = (typeof changesOverTime)[number];

/**
 * Attacks two files of the same period, taken away one after the other. The reader knows which people are others than before and that
 * the rest are the same. `remembers`: whether the second was made beside the first, as Cairn makes it.
 */
export function attackOverTime(given: {
  readonly areaCount: number;
  readonly groupsOfAreas: boolean;
  readonly change: ChangeOverTime;
  readonly remembers: boolean;
  readonly sets: number;
  readonly seed: number;
  readonly sight: Extract<Sight, { kind: 'by-rule' }>;
}): { readonly tried: number; readonly opened: readonly Left[]; readonly undecided: number } {
  const { areaCount, groupsOfAreas, change, remembers, sets, seed, sight } = given;
  const chance = chanceFrom(seed);
  const recorded = { areas: areaCount > 0, groupsOfAreas };
  const attacks = Array.from({ length: sets }, (_, at) => {
    const largest = [10, 16, 24, 40][at % 4] ?? 10;
    const first = randomPeople(chance, { areaCount, largest });
    const leaves = [...first.keys()];
    const changed = leaves[Math.floor(chance() * leaves.length)] ?? '';
    const second = new Map(first);
    if (change === 'corrected')
      second.set(changed, {
        counted: Math.floor(chance() ** 2 * largest),
        others: Math.floor(chance() ** 2 * largest)
      });
    const isLate = ({ breakdown, area }: IndicatorValue) =>
      change === 'area added' ? area === 'area 0' : breakdown === 'poorer';
    const rowsBefore = recordedRows(first, recorded).filter(
      (row) => change === 'corrected' || !isLate(row)
    );
    const rowsNow = recordedRows(second, recorded);
    const nothing: OwnValues['before'] = new Map();
    const states: OwnValues['before'] = new Map([['2025', [rowsBefore]]]);
    const before = safeOwnValues({ now: rowsBefore, before: nothing }, unit, sight);
    const now = safeOwnValues({ now: rowsNow, before: remembers ? states : nothing }, unit, sight);
    const isChanged = (leaf: string) => change === 'corrected' && leaf === changed;
    const one = puzzleOf(first, before, sight.rule, {
      called: (leaf) => leaf,
      rows: ', before',
      isLater: false
    });
    const other = puzzleOf(second, now, sight.rule, {
      called: (leaf) => (isChanged(leaf) ? `${leaf}, now` : leaf),
      rows: ', now',
      isLater: remembers
    });
    return attack(
      {
        unknowns: { ...one.puzzle.unknowns, ...other.puzzle.unknowns },
        known: [...one.puzzle.known, ...other.puzzle.known],
        either: [...one.puzzle.either, ...other.puzzle.either],
        near: { ...one.puzzle.near, ...other.puzzle.near }
      },
      [...one.guarded, ...other.guarded]
    );
  });
  return {
    tried: attacks.reduce((sum, { tried }) => sum + tried, 0),
    opened: attacks.flatMap(({ opened }) => opened),
    undecided: attacks.reduce((sum, { undecided }) => sum + undecided, 0)
  };
}
