import { describe, expect, test } from 'vitest';
import { anInstrument, someStatements } from './builders.ts';
import {
  bandOf,
  cannotSay,
  lowestOf,
  mayLeadRound,
  meanOf,
  spreadOf,
  spreadWords,
  tallyWords,
  type Sector
} from './index.ts';

const instrument = anInstrument();
/** So many answers of a sector at a level. */
const of = (sector: Sector, level: string, count: number) =>
  Array.from({ length: count }, () => ({ sector, level }));

test('one level of one person, beside others who cannot say, is not said of all', () => {
  const spread = spreadOf(instrument, [...of('health', 'low', 1), ...of('council', cannotSay, 3)]);
  expect(spreadWords(spread, instrument)).toBe('One person chose a level: Low.');
});

describe('the spread of answers', () => {
  // Counted by hand: 2 low, 1 middle, 3 high, 1 cannot say, of 7.
  const answers = [
    ...of('health', 'low', 2),
    ...of('health', 'middle', 1),
    ...of('council', 'high', 3),
    ...of('council', cannotSay, 1)
  ];

  test('counts each level, those who cannot say beside them, of all and by sector', () => {
    const spread = spreadOf(instrument, answers);
    if (spread.kind !== 'shown') throw new Error(spread.kind);
    expect(tallyWords(spread.all, instrument)).toBe('2 Low, 1 Middle, 3 High, 1 cannot say');
    expect(spread.all.answers).toBe(7);
    expect(spread.sectors.map((one) => `${one.sector}: ${tallyWords(one, instrument)}`)).toEqual([
      'council: 3 High, 1 cannot say',
      'health: 2 Low, 1 Middle'
    ]);
    expect(spread.together).toEqual([]);
    expect(spreadWords(spread, instrument)).toBe(
      'From Low to High: 2 levels apart. Worth talking about.'
    );
  });

  test.each([0, 1, 2])('shows nothing of %d answers', (count) => {
    expect(spreadOf(instrument, of('health', 'low', count))).toEqual({ kind: 'too-few' });
  });

  test('has no width where nobody could say', () => {
    const spread = spreadOf(instrument, of('health', cannotSay, 3));
    expect(spread).toMatchObject({ width: null, all: { cannotSay: 3 } });
    expect(spreadWords(spread, instrument)).toBe('Nobody could say.');
  });
});

describe('a sector stands by itself', () => {
  const sectorsIn = (...sizes: readonly (readonly [Sector, number])[]) => {
    const spread = spreadOf(
      instrument,
      sizes.flatMap(([sector, count]) => of(sector, 'low', count))
    );
    if (spread.kind !== 'shown') throw new Error(spread.kind);
    return { shown: spread.sectors.map(({ sector }) => sector), together: spread.together };
  };

  // Worked by hand: what is left when the shown are taken from all is nobody, or at least three.
  test('where three of it answered and nobody else did', () => {
    expect(sectorsIn(['health', 3]).shown).toEqual(['health']);
  });
  test('not where two others could be had by taking it from all', () => {
    expect(sectorsIn(['health', 3], ['council', 2])).toEqual({
      shown: [],
      together: ['health', 'council']
    });
  });
  test('and the smallest gives way, so that another can stand', () => {
    expect(sectorsIn(['health', 5], ['council', 3], ['families', 1])).toEqual({
      shown: ['health'],
      together: ['council', 'families']
    });
  });
  test('where the small ones are three together', () => {
    expect(sectorsIn(['health', 3], ['council', 2], ['families', 1]).shown).toEqual(['health']);
  });

  test('and no difference of shown counts is about one or two people, whatever the sizes', () => {
    for (let a = 0; a <= 6; a += 1)
      for (let b = 0; b <= 6; b += 1)
        for (let c = 0; c <= 6; c += 1) {
          if (a + b + c < 3) continue;
          const sizes = { health: a, council: b, families: c } as const;
          const { shown } = sectorsIn(['health', a], ['council', b], ['families', c]);
          const size = (sector: Sector) =>
            Object.entries(sizes).find(([name]) => name === sector)?.[1] ?? 0;
          const rest = a + b + c - shown.reduce((sum, sector) => sum + size(sector), 0);
          expect(shown.every((sector) => size(sector) >= 3)).toBe(true);
          expect(rest === 0 || rest >= 3).toBe(true);
        }
  });
});

describe('the mean of a statement', () => {
  const statements = someStatements();
  const meanFor = (...answers: { sector: Sector; level: string }[]) => {
    const spread = spreadOf(statements, answers);
    return spread.kind === 'shown' ? meanOf(spread.all, statements) : 'too few';
  };

  // By hand: (2 + 2 + 3 + 4 + 5) / 5 = 3.2; whoever cannot say is not counted.
  test('is of the steps that five or more chose', () => {
    const five = [
      ...of('health', 'disagree', 2),
      ...of('council', 'neither', 1),
      ...of('families', 'agree', 1),
      ...of('families', 'strongly-agree', 1)
    ];
    expect(meanFor(...five)).toBeCloseTo(3.2);
    expect(meanFor(...five, ...of('council', cannotSay, 3))).toBeCloseTo(3.2);
  });

  test('is not taken of four, nor of levels that are descriptions', () => {
    expect(meanFor(...of('health', 'agree', 4), ...of('council', cannotSay, 4))).toBeNull();
    const spread = spreadOf(instrument, of('health', 'high', 9));
    expect(spread.kind === 'shown' && meanOf(spread.all, instrument)).toBeNull();
  });

  test('says by the bands what it comes to', () => {
    expect(bandOf(4, statements)?.id).toBe('strength');
    expect(bandOf(3.99, statements)?.id).toBe('concern');
    expect(bandOf(1, statements)?.id).toBe('concern');
    expect(bandOf(2, instrument)).toBeNull();
  });
});

test('the lowest headings are those to begin with, never one at the top', () => {
  const agreed = (levels: Readonly<Record<string, string>>) =>
    lowestOf(instrument, new Map(Object.entries(levels))).map(({ id }) => id);
  expect(agreed({ aims: 'high', money: 'middle', people: 'low' })).toEqual(['people', 'money']);
  expect(agreed({ aims: 'low', money: 'low', people: 'low' })).toEqual(['aims', 'money']);
  expect(agreed({ aims: 'high' })).toEqual([]);
});

test.each([
  ['lead', 'me', 'me', true, true],
  ['lead', 'me', 'other', true, false],
  ['lead', 'me', null, true, true],
  ['coordinator', 'me', 'other', true, true],
  ['reader', 'me', 'me', false, false]
])('a %s (%s) may lead a round of %s: %s %s', (role, personId, leaderId, mayLead, may) => {
  expect(mayLeadRound({ leaderId }, { role, personId, mayLead })).toBe(may);
});
