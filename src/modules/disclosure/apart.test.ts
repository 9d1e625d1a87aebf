import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protectApart } from './apart.ts';
import { defaultRule, floorRule } from './rule.ts';
import type { ProtectedCount, Rule } from './types.ts';

const read = (counts: readonly ProtectedCount[]) =>
  counts.map((one) => (one.kind === 'shown' ? Number(one.value) : 'hidden'));
const totalOf = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0);
const apart = (counts: readonly number[], rule: Rule = defaultRule) =>
  read(protectApart(counts, totalOf(counts), rule));

describe('counts that add up to everybody', () => {
  // Worked by hand in docs/methods/survey-results.md.
  test.each([
    { counts: [3, 20, 11], shown: ['hidden', 20, 10] },
    { counts: [7, 7, 12], shown: ['hidden', 'hidden', 'hidden'] },
    { counts: [5, 12, 17], shown: ['hidden', 'hidden', 15] },
    { counts: [3, 33], shown: ['hidden', 'hidden'] },
    { counts: [5, 0, 0], shown: ['hidden', 'hidden', 'hidden'] },
    { counts: [0, 20, 12], shown: [0, 20, 10] },
    { counts: [0, 0], shown: [0, 0] },
    { counts: [6], shown: ['hidden'] },
    { counts: [8], shown: [10] }
  ])('$counts are shown as $shown', ({ counts, shown }) => {
    expect(apart(counts)).toEqual(shown);
  });

  /** Every way of dividing `total` over so many answers, the greatest first; in another order the same is shown in that order. */
  function* divisions(total: number, places: number, most = total): Generator<number[]> {
    if (places === 1) {
      if (total <= most) yield [total];
      return;
    }
    for (let first = Math.min(total, most); first * places >= total; first -= 1) {
      for (const rest of divisions(total - first, places - 1, first)) yield [first, ...rest];
    }
  }

  const fewest = (values: Iterable<number>) => Math.min(Number.MAX_SAFE_INTEGER, ...values);

  /**
   * The fewest numbers that any hidden count of any division may be. The reader knows the total and this very program, runs it on every
   * division of the total, and keeps those that show the same.
   */
  function fewestLeft(total: number, places: number, rule: Rule): number {
    const behind = new Map<string, Set<number>>();
    for (const counts of divisions(total, places)) {
      const shown = apart(counts, rule);
      if (!shown.includes('hidden')) continue;
      const key = shown.toSorted().join();
      const values = behind.get(key) ?? new Set<number>();
      counts.forEach((count, place) => shown[place] === 'hidden' && values.add(count));
      behind.set(key, values);
    }
    return fewest([...behind.values()].map(({ size }) => size));
  }

  test.each([
    { places: 2, most: 120, rule: defaultRule },
    { places: 3, most: 62, rule: defaultRule },
    { places: 4, most: 60, rule: defaultRule },
    { places: 5, most: 34, rule: defaultRule },
    { places: 6, most: 26, rule: defaultRule },
    { places: 3, most: 62, rule: floorRule },
    { places: 4, most: 40, rule: floorRule },
    { places: 3, most: 62, rule: { hideFrom: 0, hideTo: 7, roundTo: 5 } as const },
    { places: 3, most: 62, rule: { hideFrom: 1, hideTo: 9, roundTo: 10 } as const }
  ])(
    'leave five numbers or more for each that is hidden, in every division over $places answers up to $most people: $rule',
    ({ places, most, rule }) => {
      const poor = Array.from({ length: most - 7 }, (_, more) => 8 + more).filter(
        (total) => fewestLeft(total, places, rule) < 5
      );
      expect(poor).toEqual([]);
    }
  );

  test('are shown alike in whatever order they stand', () => {
    const some = fc.array(fc.nat(40), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(some, fc.nat(5), (counts, turn) => {
        const turned = <Item>(list: readonly Item[]) => [
          ...list.slice(turn % list.length),
          ...list.slice(0, turn % list.length)
        ];
        expect(apart(turned(counts))).toEqual(turned(apart(counts)));
      })
    );
  });

  test('never show a small count, nor one that is not rounded', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(80), { minLength: 1, maxLength: 11 }), (counts) => {
        for (const one of apart(counts)) {
          if (one !== 'hidden') expect(one === 0 || (one >= 10 && one % 5 === 0)).toBe(true);
        }
      })
    );
  });
});
