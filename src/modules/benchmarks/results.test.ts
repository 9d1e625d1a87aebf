import { defaultRule } from '#modules/disclosure';
import { describe, expect, test } from 'vitest';
import { someAsked, someQuestions, someUse } from './builders.ts';
import { changeBetween, firstDayOf, resultsOf } from './results.ts';
import { safeResults } from './safe.ts';
import { aimDraft, benchmarkChangeSentence } from './sentences.ts';
import { answersTable } from './tables.ts';

describe('the results of a round', () => {
  const asked = [
    someAsked(1, [someUse('Story bags', { howWell: 3 }), 'Stay and play']),
    someAsked(2, [someUse('Story bags', { howWell: 3 })], { area: 'South', provider: 'private' }),
    someAsked(3, [], { area: 'South' }),
    someAsked(4, null)
  ];
  const results = resultsOf(someQuestions, asked);

  test('count settings that answered, and name the gaps', () => {
    expect([results.asked, results.answered]).toEqual([4, 3]);
    expect(results.notAnswered.map(({ name }) => name)).toEqual(['Setting 4']);
    expect(results.unusedApproaches).toEqual(['Home visits']);
    expect(results.settingsWithNone.map(({ name }) => name)).toEqual(['Setting 3']);
    expect(results.approaches[0]).toMatchObject({
      using: 2,
      answered: 3,
      howWell: [0, 0, 2],
      byProvider: [
        { provider: 'council', using: 1, answered: 2 },
        { provider: 'private', using: 1, answered: 1 }
      ],
      byArea: [
        { area: 'North', using: 1, answered: 1 },
        { area: 'South', using: 1, answered: 2 }
      ]
    });
  });

  test('say of no approach that it is used nowhere while nobody has answered', () => {
    expect(resultsOf(someQuestions, [someAsked(1, null)]).unusedApproaches).toEqual([]);
  });

  test('stand in the file in the order of the settings, never of their answers', () => {
    const names = answersTable(someQuestions, asked).map(([name]) => name);
    expect([...new Set(names)]).toEqual([
      'Setting',
      'Setting 1',
      'Setting 2',
      'Setting 3',
      'Setting 4'
    ]);
  });

  test('begin an aim with what has to be decided left open', () => {
    expect(aimDraft({ approach: 'Story bags', using: 14 }, 43)).toBe(
      'Story bags: from 14 to … of 43 settings by …'
    );
  });
});

describe('the change between two rounds', () => {
  test('is said of those that answered both times, besides the totals', () => {
    const before = [
      someAsked(1, ['Story bags']),
      someAsked(2, []),
      someAsked(3, ['Story bags']),
      someAsked(4, null)
    ];
    const after = [
      someAsked(1, ['Story bags']),
      someAsked(2, ['Story bags']),
      someAsked(3, []),
      someAsked(4, ['Story bags']),
      someAsked(5, ['Story bags'])
    ];
    const [change] = changeBetween(someQuestions, before, after);
    expect(change).toMatchObject({ both: 3, usedBefore: 2, usedAfter: 2 });
    expect(change && benchmarkChangeSentence(change)).toBe(
      'From 2 of 3 to 4 of 5 settings that answered. Of the 3 that answered both times: 2 then, 2 now; 1 began and 1 stopped.'
    );
  });

  test('a year begins on its first day', () => {
    expect([firstDayOf('2024'), firstDayOf('2024-09')]).toEqual(['2024-01-01', '2024-09-01']);
  });
});

describe('what may be shared of a round', () => {
  /** So many settings of a provider and an area, of which the first so many use story bags. */
  const group = (from: number, of: number, using: number, parts: Parameters<typeof someAsked>[2]) =>
    Array.from({ length: of }, (_, at) =>
      someAsked(from + at, at < using ? ['Story bags'] : [], parts)
    );
  type Rule = typeof defaultRule;
  const linesOf = (asked: ReturnType<typeof group>, rule: Rule = defaultRule) =>
    new Map(
      safeResults(resultsOf(someQuestions, asked), rule)
        .filter(({ approach }) => approach === 'Story bags')
        .map((line) => [line.group, line])
    );
  const isHidden = (words: string | undefined) => words?.startsWith('Hidden') === true;

  test('is rounded where every group is large', () => {
    const lines = linesOf([
      ...group(1, 24, 11, { area: 'North' }),
      ...group(101, 22, 9, { area: 'South' })
    ]);
    expect(lines.get('All that answered')).toMatchObject({ using: '20', answered: '45' });
    expect(lines.get('Area: North')).toMatchObject({ using: '10', answered: '25' });
  });

  test('a small kind of provider is hidden, and something that would tell it by taking away as well', () => {
    const asked = [
      ...group(1, 24, 11, { provider: 'council' }),
      ...group(101, 22, 9, { provider: 'private' }),
      ...group(201, 2, 2, { provider: 'voluntary' })
    ];
    // Without rounding, 22 in all less 11 and 9 would tell that both voluntary settings use it.
    const lines = linesOf(asked, { ...defaultRule, roundTo: 1 });
    expect(isHidden(lines.get('Kind of provider: voluntary or community')?.using)).toBe(true);
    const others = ['All that answered', 'Kind of provider: council', 'Kind of provider: private'];
    expect(others.some((name) => isHidden(lines.get(name)?.using))).toBe(true);
  });

  // A reader who knows every setting, its kind of provider and its area, and whether all others but one use it.
  test('does not tell one setting to whoever knows all others: two rounds that differ by one are shared alike', () => {
    const others = [
      ...group(1, 24, 11, { area: 'North', provider: 'council' }),
      ...group(101, 21, 9, { area: 'South', provider: 'private' })
    ];
    const shared = (uses: readonly string[]) => [
      ...linesOf([...others, someAsked(500, uses, { area: 'South', provider: 'voluntary' })])
    ];
    expect(shared(['Story bags'])).toEqual(shared([]));
  });

  test('names no setting, and an approach that nobody uses says nothing of anybody', () => {
    const asked = group(1, 24, 11, {});
    const lines = safeResults(resultsOf(someQuestions, asked), defaultRule);
    expect(JSON.stringify(lines)).not.toContain('Setting');
    const unused = lines.filter(({ approach }) => approach === 'Home visits');
    expect(unused.every(({ using }) => using.startsWith('Hidden'))).toBe(true);
  });
});
