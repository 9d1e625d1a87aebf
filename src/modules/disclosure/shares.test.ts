import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceFrom } from '../../../tests/attack/random-tables.ts';
import { possiblePairs } from '../../../tests/attack/share-attacker.ts';
import { defaultRule } from './rule.ts';
import { hiddenShares, type HiddenShares, type MadeOf, type Share } from './shares.ts';

const reasons = (shares: readonly Share[], madeOf: readonly MadeOf[]) => {
  const hidden = hiddenShares(shares, madeOf);
  if (!hidden.ok) throw new Error(hidden.error.kind);
  return Object.fromEntries([...hidden.value].map(([id, { reason }]) => [id, reason]));
};
const fsm = [{ whole: 'all', parts: ['fsm', 'not-fsm'] }];

describe('shares of the same people', () => {
  test('stand as they are where nothing is small', () => {
    const shares = [
      { id: 'all', counted: 60, group: 120 },
      { id: 'fsm', counted: 20, group: 50 },
      { id: 'not-fsm', counted: 40, group: 70 }
    ];
    expect(reasons(shares, fsm)).toEqual({});
  });

  // All 43 is 43 to 47 behind 45; the other part 38 is 38 to 42 behind 40: beside them the hidden 5 is 1 to 7 still.
  test('a small count in one part can stay alone where the others leave it room', () => {
    const shares = [
      { id: 'all', counted: 43, group: 83 },
      { id: 'fsm', counted: 5, group: 23 },
      { id: 'not-fsm', counted: 38, group: 60 }
    ];
    expect(reasons(shares, fsm)).toEqual({ fsm: 'small-number' });
  });

  // All 41 is 38 to 42 behind 40: the hidden 3 is 4 at most, and a small number is told to be none of 0.
  test('a small count has no room in being none, for its reason says that it is not', () => {
    const shares = [
      { id: 'all', counted: 41, group: 83 },
      { id: 'fsm', counted: 3, group: 23 },
      { id: 'not-fsm', counted: 38, group: 60 }
    ];
    expect(reasons(shares, fsm)).toEqual({
      fsm: 'small-number',
      'not-fsm': 'protects-another'
    });
  });

  test('parts of two wholes go all together where anything is small, for one reason', () => {
    const shares = [
      { id: 'all', counted: 60, group: 120 },
      { id: 'fsm', counted: 24, group: 50 },
      { id: 'not-fsm', counted: 36, group: 70 },
      { id: 'north', counted: 30, group: 60 },
      { id: 'south', counted: 30, group: 60 },
      { id: 'fsm north', counted: 4, group: 25 },
      { id: 'fsm south', counted: 20, group: 25 },
      { id: 'not-fsm north', counted: 26, group: 35 },
      { id: 'not-fsm south', counted: 10, group: 35 }
    ];
    const both = ['north', 'south'];
    const madeOf = [
      { whole: 'all', parts: ['fsm', 'not-fsm'] },
      { whole: 'all', parts: both },
      ...['fsm', 'not-fsm'].map((whole) => ({
        whole,
        parts: both.map((area) => `${whole} ${area}`)
      })),
      ...both.map((whole) => ({ whole, parts: [`fsm ${whole}`, `not-fsm ${whole}`] }))
    ];
    const withheld = shares.slice(5).map(({ id }) => [id, 'protects-another']);
    expect(reasons(shares, madeOf)).toEqual(Object.fromEntries(withheld));
  });

  // All 38 is 38 to 42 behind 40, the other part 31 is 28 to 32 behind 30: the hidden 7 is at least 6.
  test('the other part goes with it where they would tell it, sooner than the whole', () => {
    const shares = [
      { id: 'all', counted: 38, group: 80 },
      { id: 'fsm', counted: 7, group: 20 },
      { id: 'not-fsm', counted: 31, group: 60 }
    ];
    expect(reasons(shares, fsm)).toEqual({
      fsm: 'small-number',
      'not-fsm': 'protects-another'
    });
  });

  // All 48 of 100 less 38 of 60 leaves 10 of 40. All 40 of 60 less 40 of 55 leaves 0 of 5: five children nobody spoke of.
  test('a rest that nobody shows is guarded as well', () => {
    const one = [{ whole: 'all', parts: ['fsm'] }];
    const safe = [
      { id: 'all', counted: 48, group: 100 },
      { id: 'fsm', counted: 38, group: 60 }
    ];
    expect(reasons(safe, one)).toEqual({});
    const told = [
      { id: 'all', counted: 30, group: 68 },
      { id: 'fsm', counted: 28, group: 61 }
    ];
    expect(reasons(told, one)).toEqual({ fsm: 'protects-another' });
  });

  test('nobody and everybody are hidden, and so is a small group', () => {
    const shares = [
      { id: 'none', counted: 0, group: 30 },
      { id: 'everybody', counted: 30, group: 30 },
      { id: 'few', counted: 2, group: 6 },
      { id: 'all but a few', counted: 27, group: 30 }
    ];
    expect(reasons(shares, [])).toEqual({
      none: 'small-remainder',
      everybody: 'small-remainder',
      few: 'small-group',
      'all but a few': 'small-remainder'
    });
  });

  test('a group goes too where its size would tell: 7 and 6 of 13, shown as 15, are at least 6 each', () => {
    const [near, far] = [13, 11].map((group) => {
      const hidden = hiddenShares([{ id: 'a', counted: 7, group }], []);
      return hidden.ok ? hidden.value.get('a') : null;
    });
    expect(near).toEqual({ reason: 'small-number', isGroupHidden: true });
    expect(far).toEqual({ reason: 'small-number', isGroupHidden: false });
  });

  test('plain counts are guarded by their sum', () => {
    const shares = [
      { id: 'all', counted: 38, group: null },
      { id: 'east', counted: 7, group: null },
      { id: 'west', counted: 31, group: null }
    ];
    expect(reasons(shares, [{ whole: 'all', parts: ['east', 'west'] }])).toEqual({
      east: 'small-number',
      west: 'protects-another'
    });
  });

  test('what is no count, or more than there are, is refused', () => {
    expect(hiddenShares([{ id: 'a', counted: 1.5, group: 3 }], [])).toMatchObject({ ok: false });
    expect(hiddenShares([{ id: 'a', counted: 5, group: 3 }], [])).toMatchObject({
      error: { kind: 'part-exceeds-whole' }
    });
  });
});

/** Made-up shares of one whole, divided in one or two ways, with now and then something left over. */
function randomShares(chance: () => number): { shares: Share[]; madeOf: MadeOf[] } {
  const upTo = (most: number) => Math.floor(chance() * (most + 1));
  const [counted, others] = [8 + upTo(18), 8 + upTo(18)];
  const shares: Share[] = [{ id: 'all', counted, group: counted + others }];
  const madeOf: MadeOf[] = [];
  for (const way of chance() < 0.5 ? ['a'] : ['a', 'b']) {
    let [left, leftOthers] = [counted, others];
    const parts: string[] = [];
    const howMany = 1 + upTo(1);
    for (let index = 0; index < howMany; index += 1) {
      const isLast = index === howMany - 1 && howMany > 1 && chance() < 0.8;
      const [some, someOthers] = isLast ? [left, leftOthers] : [upTo(left), upTo(leftOthers)];
      if (some + someOthers === 0) continue;
      const id = `${way}${index}`;
      shares.push({ id, counted: some, group: some + someOthers });
      parts.push(id);
      [left, leftOthers] = [left - some, leftOthers - someOthers];
    }
    if (parts.length > 0) madeOf.push({ whole: 'all', parts });
  }
  return { shares, madeOf };
}

describe('an attacker who writes down everything that could be', () => {
  const rule = defaultRule;

  function protectedOf(shares: readonly Share[], madeOf: readonly MadeOf[]): HiddenShares {
    const hidden = hiddenShares(shares, madeOf, rule);
    if (!hidden.ok) throw new Error(hidden.error.kind);
    return hidden.value;
  }

  /** The fewest whole numbers left for any hidden count, or any small rest. */
  function narrowest(
    shares: readonly Share[],
    madeOf: readonly MadeOf[],
    hidden: HiddenShares
  ): number {
    const possible = possiblePairs(shares, madeOf, hidden, rule);
    let least = Infinity;
    const left = (values: readonly number[], truth: number, from: number) => {
      if (truth < from || truth > rule.hideTo) return;
      const kept = new Set(values.filter((value) => value >= 0 && value <= rule.hideTo));
      least = Math.min(least, kept.size);
    };
    for (const share of shares) {
      const reason = hidden.get(share.id)?.reason;
      if (reason === undefined || reason === 'protects-another') continue;
      const pairs = possible.get(share.id) ?? [];
      left(
        pairs.map(([counted]) => counted),
        share.counted,
        0
      );
      left(
        pairs.map(([, others]) => others),
        (share.group ?? 0) - share.counted,
        0
      );
      left(
        pairs.map(([counted, others]) => counted + others),
        share.group ?? 0,
        rule.hideFrom
      );
    }
    for (const [index, { whole, parts }] of madeOf.entries()) {
      const sum = (pick: (share: Share) => number) =>
        shares
          .filter((share) => parts.includes(share.id))
          .reduce((all, share) => all + pick(share), 0);
      const total = shares.find((share) => share.id === whole);
      const counted = (total?.counted ?? 0) - sum((share) => share.counted);
      const group = (total?.group ?? 0) - sum((share) => share.group ?? 0);
      if (group === 0) continue;
      const pairs = possible.get(`rest of ${index}`) ?? [];
      left(
        pairs.map((pair) => pair[0]),
        counted,
        rule.hideFrom
      );
      left(
        pairs.map((pair) => pair[1]),
        group - counted,
        rule.hideFrom
      );
      left(
        pairs.map((pair) => pair[0] + pair[1]),
        group,
        rule.hideFrom
      );
    }
    return least;
  }

  test('is left with five whole numbers for every hidden count, over 400 made-up sets of shares', () => {
    const chance = chanceFrom(65);
    let least = Infinity;
    for (let turn = 0; turn < 400; turn += 1) {
      const { shares, madeOf } = randomShares(chance);
      if (madeOf.length > 0)
        least = Math.min(least, narrowest(shares, madeOf, protectedOf(shares, madeOf)));
    }
    expect(least).toBe(5);
  }, 240_000);

  test('could be kept from it by withholding hardly fewer, whichever were chosen, over 60 sets that needed it', () => {
    const chance = chanceFrom(19);
    const seen = { sets: 0, withheld: 0, least: 0 };
    while (seen.sets < 60) {
      const { shares, madeOf } = randomShares(chance);
      const hidden = protectedOf(shares, madeOf);
      const alone = protectedOf(shares, []);
      const isMore = (id: string) =>
        !alone.has(id) || alone.get(id)?.isGroupHidden !== hidden.get(id)?.isGroupHidden;
      const withheld = [...hidden.keys()].filter(isMore);
      if (madeOf.length === 0 || withheld.length === 0) continue;
      const open = shares
        .map((share) => share.id)
        .filter((id) => alone.get(id)?.isGroupHidden !== true);
      const enough = subsetsOf(open)
        .filter((chosen) => chosen.length < withheld.length)
        .filter((chosen) => {
          const less = new Map(alone);
          for (const id of chosen) {
            const reason = alone.get(id)?.reason ?? 'protects-another';
            less.set(id, { reason, isGroupHidden: true });
          }
          return narrowest(shares, madeOf, less) >= 5;
        });
      seen.sets += 1;
      seen.withheld += withheld.length;
      seen.least += Math.min(withheld.length, ...enough.map((chosen) => chosen.length));
    }
    // This attacker does not know of nobody, everybody and all but a few which it is; the protector reckons with one who does.
    expect(seen).toEqual({ sets: 60, withheld: 62, least: 59 });
  }, 240_000);
});

function subsetsOf(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((all, id) => [...all, ...all.map((some) => [...some, id])], [[]]);
}

test('withholding is never asked for where nothing is small', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 40, max: 90 }), { minLength: 2, maxLength: 5 }),
      (parts) => {
        const shares = parts.map((counted, index) => ({
          id: String(index),
          counted,
          group: counted * 2
        }));
        const sum = parts.reduce((all, each) => all + each, 0);
        const all = { id: 'all', counted: sum, group: sum * 2 };
        const hidden = hiddenShares(
          [all, ...shares],
          [{ whole: 'all', parts: shares.map((share) => share.id) }]
        );
        expect(hidden).toEqual({ ok: true, value: new Map() });
      }
    )
  );
});
