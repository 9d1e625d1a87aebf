import { byRule, whatLeaves } from '#modules/disclosure';
import type { Band, Instrument } from './instrument.ts';
import { cannotSay, fewestAnswers, fewestForMean, type Sector } from './types.ts';

/** One answer about one element as it is counted: no name, no words. */
export type Counted = { readonly level: string; readonly sector: Sector };

/** How many chose each level, in the order of the instrument, and how many could not say. */
export type Tally = {
  readonly answers: number;
  readonly levels: readonly { readonly level: string; readonly count: number }[];
  readonly cannotSay: number;
};

/** How the answers about one element lie. */
export type Spread =
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'shown';
      readonly all: Tally;
      readonly sectors: readonly (Tally & { readonly sector: Sector })[];
      /** Sectors that answered and are not shown by themselves. */
      readonly together: readonly Sector[];
      /** How many levels lie between the lowest and the highest that somebody chose; null where nobody chose any. */
      readonly width: number | null;
    };

/** Two answers or one would say who gave them. Ours: docs/methods/self-assessment.md. */
const sight = byRule({ hideFrom: 1, hideTo: fewestAnswers - 1, roundTo: 1 });
const mayLeave = (count: number): boolean =>
  count > 0 && whatLeaves('count', { count }, sight).kind === 'shown';

/**
 * How the answers about one element lie: counts by level, of all and by sector.
 *
 * Units: people. Assumes: each person is counted once, under one sector that does not change between two showings.
 * A sector is shown where three or more of it answered, and what remains when the shown sectors are taken from all is nobody or three or
 * more: else the smallest shown sector joins the rest. Refuses: with fewer than three answers nothing is shown.
 * Source: docs/methods/self-assessment.md.
 *
 * @example
 * spreadOf(instrument, answers of 3 from health and 2 from the council).sectors // []: the two would be the rest
 */
export function spreadOf(
  instrument: Pick<Instrument, 'levels'>,
  answers: readonly Counted[]
): Spread {
  if (!mayLeave(answers.length)) return { kind: 'too-few' };
  const shown = sectorsShown(answers);
  const present = [...new Set(answers.map(({ sector }) => sector))];
  const all = tallyOf(instrument, answers);
  const chosen = all.levels.flatMap(({ count }, at) => (count > 0 ? [at] : []));
  return {
    kind: 'shown',
    all,
    sectors: shown.map((sector) => ({
      sector,
      ...tallyOf(
        instrument,
        answers.filter((one) => one.sector === sector)
      )
    })),
    together: present.filter((sector) => !shown.includes(sector)),
    width: chosen.length === 0 ? null : (chosen.at(-1) ?? 0) - (chosen[0] ?? 0)
  };
}

/** The sectors that may stand by themselves beside the counts of all, the largest first. */
export function sectorsShown(answers: readonly Pick<Counted, 'sector'>[]): readonly Sector[] {
  const sizes = new Map<Sector, number>();
  for (const { sector } of answers) sizes.set(sector, (sizes.get(sector) ?? 0) + 1);
  const shown = [...sizes]
    .filter(([, size]) => mayLeave(size))
    .toSorted(([one, size], [other, otherSize]) =>
      size === otherSize ? one.localeCompare(other) : otherSize - size
    );
  const rest = () => answers.length - shown.reduce((sum, [, size]) => sum + size, 0);
  while (shown.length > 0 && rest() > 0 && !mayLeave(rest())) shown.pop();
  return shown.map(([sector]) => sector);
}

function tallyOf({ levels }: Pick<Instrument, 'levels'>, answers: readonly Counted[]): Tally {
  const count = (level: string) => answers.filter((one) => one.level === level).length;
  return {
    answers: answers.length,
    levels: levels.map(({ id }) => ({ level: id, count: count(id) })),
    cannotSay: count(cannotSay)
  };
}

/**
 * The mean of the steps that people chose for one statement.
 *
 * Units: the values of the instrument's scale. Refuses, with null: an instrument whose steps have no values, for the distance between
 * descriptions is not known, and fewer than five who chose a step; those who cannot say are not counted.
 * Source: docs/methods/self-assessment.md.
 *
 * @example
 * meanOf({ levels: one on 2, two on 3, two on 4, … }, agreement of 1 to 5) // 3.2
 */
export function meanOf(
  { levels }: Pick<Tally, 'levels'>,
  instrument: Pick<Instrument, 'levels'>
): number | null {
  const values = new Map(instrument.levels.map(({ id, value }) => [id, value]));
  let people = 0;
  let sum = 0;
  for (const { level, count } of levels) {
    const value = values.get(level) ?? null;
    if (value === null) return null;
    people += count;
    sum += count * value;
  }
  return people < fewestForMean ? null : sum / people;
}

/** What a mean says, by the bands of the instrument; null where it has none. */
export function bandOf(mean: number, { bands }: Pick<Instrument, 'bands'>): Band | null {
  return bands.find(({ from }) => mean >= from) ?? null;
}
