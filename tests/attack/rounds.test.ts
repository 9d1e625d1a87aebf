import { describe, expect, test } from 'vitest';
import { spreadOf, type Sector } from '#modules/assessments';

/**
 * A reader of what a round shows of one element: the counts of all and of the sectors that stand by themselves. They know who was asked, for
 * which sector, and who answered, as whoever leads does, and how sectors are chosen. They think of every whole number that fits.
 */

const scale = {
  levels: ['low', 'high'].map((id) => ({ id, title: id, means: id, value: null, mark: null }))
};
const sectors: readonly Sector[] = ['council', 'health', 'families'];
const most = 4;

/** How many of a sector answered, and how many of them chose the higher level. */
type Answered = { readonly size: number; readonly high: number };
const everySector = Array.from({ length: most + 1 }, (_, size) =>
  Array.from({ length: size + 1 }, (__, high): Answered => ({ size, high }))
).flat();

type Shown = {
  readonly together: readonly Sector[];
  readonly fits: (readonly Answered[])[];
};

/** Every round that there can be, by what is known of it: who answered, and what is shown. */
function roundsByWhatIsShown(): readonly Shown[] {
  const rounds = new Map<string, Shown>();
  for (const one of everySector) {
    for (const other of everySector) {
      for (const third of everySector) {
        const round = [one, other, third];
        const answers = round.flatMap(({ size, high }, at) =>
          Array.from({ length: size }, (_, who) => ({
            sector: sectors[at] ?? 'other',
            level: who < high ? 'high' : 'low'
          }))
        );
        const spread = spreadOf(scale, answers);
        const known = JSON.stringify([round.map(({ size }) => size), spread]);
        const shown = rounds.get(known);
        if (shown !== undefined) shown.fits.push(round);
        else {
          const together = spread.kind === 'shown' ? spread.together : sectors;
          rounds.set(known, { together, fits: [round] });
        }
      }
    }
  }
  return [...rounds.values()];
}

const rounds = roundsByWhatIsShown();
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

/** Whether all of these people chose the same: then it is known of each, however many they are. */
function isOfOneMind(people: readonly Answered[]): boolean {
  const high = sum(people.map((one) => one.high));
  return high === 0 || high === sum(people.map(({ size }) => size));
}

/** Of each sector of one or two people: how many things they can have said, and whether all who stand together with them said the same. */
const small = rounds.flatMap(({ together, fits }) => {
  const [round = []] = fits;
  const rest = round.filter((_, at) => together.includes(sectors[at] ?? 'other'));
  return round.flatMap(({ size }, at) =>
    size === 0 || size > 2
      ? []
      : [
          {
            round,
            at,
            values: new Set(fits.map((one) => one[at]?.high)).size,
            inRest: sum(rest.map((one) => one.size)),
            isOfOneMind: isOfOneMind(rest)
          }
        ]
  );
});

describe('what a round shows by sector', () => {
  test('leaves more than one thing that one or two people can have said, unless all who stand together said the same', () => {
    expect(small.length).toBeGreaterThan(500);
    const opened = small.filter((one) => one.values === 1);
    expect(opened.filter((one) => !one.isOfOneMind)).toEqual([]);
    // What is known of one mind is known of three people or more, and the method says so.
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.every(({ inRest }) => inRest >= 3)).toBe(true);
  });
});
