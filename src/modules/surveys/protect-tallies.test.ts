import { defaultRule, type ProtectedCount } from '#modules/disclosure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastLeft, protectApart, protectTallies } from './protect-tallies.ts';

const read = (counts: readonly ProtectedCount[]) =>
  counts.map((one) => (one.kind === 'shown' ? Number(one.value) : 'hidden'));
const apart = (counts: readonly number[]) =>
  protectApart(
    counts,
    counts.reduce((sum, one) => sum + one, 0),
    defaultRule
  );

describe('counts that add up to everybody', () => {
  // Worked by hand in docs/methods/survey-results.md.
  test.each([
    { counts: [3, 20, 11], shown: ['hidden', 20, 10] },
    { counts: [1, 33], shown: ['hidden', 'hidden'] },
    { counts: [5, 0, 0], shown: ['hidden', 'hidden', 'hidden'] },
    { counts: [0, 20, 12], shown: [0, 20, 10] },
    { counts: [0, 0], shown: [0, 0] }
  ])('$counts are shown as $shown', ({ counts, shown }) => {
    expect(read(apart(counts))).toEqual(shown);
  });

  /** Every way of splitting `total` over so many answers. */
  function* splits(total: number, places: number): Generator<number[]> {
    if (places === 1) {
      yield [total];
      return;
    }
    for (let first = 0; first <= total; first += 1) {
      for (const rest of splits(total - first, places - 1)) yield [first, ...rest];
    }
  }

  /** Whether a reader who knows the rule might take what is shown for these counts. Written apart from the code under test. */
  const mightBe = (counts: readonly number[], shown: readonly (number | 'hidden')[]): boolean => {
    const allHidden = shown.every((one) => one === 'hidden');
    return shown.every((one, place) => {
      const count = counts[place] ?? 0;
      if (one === 'hidden') return allHidden || count > 0;
      if (one === 0) return count === 0;
      return count >= 8 && Math.abs(count - one) <= 2;
    });
  };

  test.each([
    { places: 2, most: 60 },
    { places: 3, most: 26 },
    { places: 4, most: 18 }
  ])(
    'leave five numbers or more for each small count, for every split over $places answers',
    ({ places, most }) => {
      for (let total = 8; total <= most; total += 1) {
        const all = [...splits(total, places)];
        const known = new Map<string, number[][]>();
        for (const counts of all) {
          const shown = read(apart(counts));
          const key = shown.join();
          if (!known.has(key))
            known.set(
              key,
              all.filter((other) => mightBe(other, shown))
            );
          const left = known.get(key) ?? [];
          for (const [place, count] of counts.entries()) {
            if (count < 1 || count > 7) continue;
            const values = new Set(left.map((other) => other[place]));
            expect({ counts, place, left: values.size >= leastLeft }).toEqual({
              counts,
              place,
              left: true
            });
          }
        }
      }
    },
    60_000
  );

  test('never show a small count, nor one that is not rounded', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(80), { minLength: 1, maxLength: 11 }), (counts) => {
        for (const one of read(apart(counts))) {
          if (one !== 'hidden') expect(one === 0 || (one >= 10 && one % 5 === 0)).toBe(true);
        }
      })
    );
  });
});

describe('the tallies of a survey', () => {
  const several = (counts: number[], responses: number) =>
    protectTallies({
      responses,
      questions: [
        {
          questionId: 'q',
          labels: counts.map(String),
          counts,
          answered: responses,
          leftOut: 0,
          overlapping: true,
          sum: null
        }
      ]
    });

  test('hide an answer that few gave, that nearly all gave, or that everybody gave', () => {
    const { questions, responses } = several([20, 3, 31, 34, 0], 34);
    expect(questions[0] && read(questions[0].counts)).toEqual([
      20,
      'hidden',
      'hidden',
      'hidden',
      0
    ]);
    expect(questions[0]?.leftOut).toBeNull();
    expect(read([responses])).toEqual([35]);
  });

  test('hide everything of a survey that few answered', () => {
    const { questions, responses } = several([5, 2], 6);
    expect(questions[0] && read(questions[0].counts)).toEqual(['hidden', 'hidden']);
    expect(read([responses])).toEqual(['hidden']);
  });
});
