import { describe, expect, test } from 'vitest';
import { defaultRule } from './rule.ts';
import { asRecorded, byRule, sightOf, whatLeaves, type Given } from './what-leaves.ts';

const strict = { hideFrom: 1, hideTo: 9, roundTo: 10 } as const;
const safe = byRule(defaultRule);

describe('who sees counts as they are recorded', () => {
  test('is a member on a page, a token that a coordinator let see them, and whoever records and so mends them', () => {
    expect(sightOf({ way: 'page' }, {})).toEqual(asRecorded);
    expect(sightOf({ way: 'api', seesCounts: true }, {})).toEqual(asRecorded);
    expect(sightOf({ way: 'as-entered', mayRecord: true }, {})).toEqual(asRecorded);
  });

  test('is nobody else: each way out follows the rule that the partnership set for it', () => {
    const rules = { 'public-page': strict };
    expect(sightOf({ way: 'public-page' }, rules)).toEqual(byRule(strict));
    expect(sightOf({ way: 'export' }, rules)).toEqual(safe);
    expect(sightOf({ way: 'collaborative' }, rules)).toEqual(safe);
    expect(sightOf({ way: 'api', seesCounts: false }, rules)).toEqual(safe);
    expect(sightOf({ way: 'as-entered', mayRecord: false }, rules)).toEqual(safe);
  });
});

describe('what leaves of a figure', () => {
  // By hand from the default rule: 1 to 7 hidden, others to the nearest 5.
  test.each([
    ['count', { count: 0 }, { count: 0 }],
    ['count', { count: 13 }, { count: 15 }],
    ['share', { part: 23, whole: 58 }, { part: 25, whole: 60 }],
    ['rate', { part: 13, whole: 612.5 }, { part: 15, whole: 612.5 }],
    ['rate', { part: 13, whole: 612 }, { part: 15, whole: 610 }],
    ['average', { average: 3.2, people: 8 }, { average: 3.2, people: 10 }],
    ['number', { value: 3 }, { value: 3 }],
    ['note', { text: 'Only three came' }, { text: '' }]
  ] as const)('%s %j is shown as %j', (kind, given, figure) => {
    expect(leftOf(kind, given)).toMatchObject({ kind: 'shown', figure });
  });

  test.each([
    ['count', { count: 3 }, 'small-number'],
    ['count', { count: 3.5 }, 'not-a-count'],
    ['share', { part: 3, whole: 58 }, 'small-number'],
    ['share', { part: 3, whole: 5 }, 'small-group'],
    ['share', { part: 5, whole: 3 }, 'not-a-count'],
    ['rate', { part: 3, whole: 612 }, 'small-number'],
    ['rate', { part: 20, whole: 6 }, 'small-number'],
    ['average', { average: 3.2, people: 7 }, 'small-group']
  ] as const)('%s %j is hidden: %s', (kind, given, reason) => {
    expect(leftOf(kind, given)).toEqual({ kind: 'hidden', reason });
  });

  test('has one reason for nobody, for everybody and for all but a few', () => {
    for (const part of [0, 55, 58]) {
      expect(whatLeaves('share', { part, whole: 58 }, safe)).toEqual({
        kind: 'hidden',
        reason: 'small-remainder'
      });
    }
  });

  test('is the figure itself for those who see counts', () => {
    expect(whatLeaves('share', { part: 3, whole: 5 }, asRecorded)).toEqual({
      kind: 'shown',
      figure: { part: 3, whole: 5 },
      isRounded: false
    });
    expect(whatLeaves('note', { text: 'Only three came' }, asRecorded)).toMatchObject({
      figure: { text: 'Only three came' }
    });
    const shares = { shares: [{ id: 'all', counted: 3, group: 20 }], madeOf: [], before: [] };
    expect(whatLeaves('shares', shares, asRecorded)).toEqual({ ok: true, value: new Map() });
    expect(whatLeaves('shares', shares, safe)).toMatchObject({ ok: true });
  });

  // Each set with a small count of 3 beside others, and with a rest of 3 that nobody shows.
  test.each([
    [
      'answers',
      {
        responses: 34,
        questions: [{ counts: [3, 20], leftOut: 11, mayOverlap: false, mustBeAnswered: false }]
      }
    ],
    [
      'crossed',
      {
        counts: [
          [3, 12],
          [20, 40]
        ],
        inGroup: [15, 60],
        chose: [23, 52],
        responses: 75
      }
    ],
    [
      'flows',
      {
        flows: [
          {
            line: '0 to 1',
            from: 0,
            to: 1,
            truth: 23,
            name: 'came',
            isGuarded: true,
            isNothing: false
          },
          {
            line: '1 to 0',
            from: 1,
            to: 0,
            truth: 3,
            name: 'stayed',
            isGuarded: true,
            isNothing: false
          },
          {
            line: '1 to 0',
            from: 1,
            to: 0,
            truth: 20,
            name: null,
            isGuarded: false,
            isNothing: false
          }
        ],
        nested: ['came', 'stayed']
      }
    ],
    [
      'table',
      {
        counts: [
          [3, 30],
          [40, 50]
        ]
      }
    ]
  ] as const)(
    'of a set (%s) shows no small count, and every count as recorded to those who see counts',
    (kind, given) => {
      const safe = shownIn(leftOf(kind, given));
      expect(safe.length).toBeGreaterThan(0);
      for (const value of safe) expect(value % 5).toBe(0);
      expect(safe).not.toContain(3);
      expect(shownIn(whatLeaves(kind, given, asRecorded))).toContain(3);
    }
  );

  /** Every number that is shown, wherever it stands in an answer. */
  function shownIn(answer: unknown): number[] {
    if (answer instanceof Map) return [...answer.values()].flatMap(shownIn);
    if (typeof answer !== 'object' || answer === null) return [];
    if ('kind' in answer && answer.kind === 'shown' && 'value' in answer)
      return [Number(answer.value)];
    return Object.values(answer).flatMap(shownIn);
  }

  function leftOf<Kind extends Exclude<keyof Given, 'shares'>>(kind: Kind, given: unknown) {
    return whatLeaves(kind, given as Given[Kind], safe); // the table above pairs them
  }
});
