import { describe, expect, test } from 'vitest';
import {
  askedOf,
  fitCounts,
  fullness,
  headingOf,
  holdingOn,
  inBands,
  outcomeProblem,
  roundProblem,
  roundsBeside,
  workstreamProblem
} from './rules.ts';

import { soughtSentence } from './sentences.ts';

const today = '2026-11-30';

test('who is needed is counted by how it stands', () => {
  const said = (...standings: readonly ('thought-of' | 'invited' | 'takes-part' | 'declined')[]) =>
    soughtSentence(standings.map((standing) => ({ standing })));
  expect(said('invited')).toBe('1 is on the list: 1 is invited.');
  expect(said('declined', 'thought-of', 'takes-part', 'thought-of')).toBe(
    '4 are on the list: 1 takes part, 2 are not asked yet, 1 has declined.'
  );
});

test('a principle holds from the day of its adoption until the day it is retired', () => {
  const principle = { adoptedOn: '2026-02-01', retiredOn: '2026-10-01' };
  const holds = (day: string) => holdingOn([principle], day).length === 1;
  expect([
    holds('2026-01-31'),
    holds('2026-02-01'),
    holds('2026-09-30'),
    holds('2026-10-01')
  ]).toEqual([false, true, true, false]);
  expect(holdingOn([{ adoptedOn: null, retiredOn: null }], '1999-01-01')).toHaveLength(1);
});

test('a proposal is asked the principles of the whole partnership and of its own group', () => {
  const of = (groupId: string | null) => ({ groupId, adoptedOn: null, retiredOn: null });
  const principles = [of(null), of('g'), of('other')];
  const groups = (groupId: string | null) =>
    askedOf({ groupId }, principles, today).map((one) => one.groupId);
  expect(groups('g')).toEqual([null, 'g']);
  expect(groups(null)).toEqual([null]);
});

describe('a round', () => {
  const known = {
    asked: [{ id: 'p' }, { id: 'q' }],
    proposal: { proposedOn: '2026-05-01' },
    today
  };
  const round = { heldOn: '2026-06-01', answers: [{ principleId: 'q' }, { principleId: 'p' }] };
  test.each([
    [round, known, null],
    [{ ...round, answers: [{ principleId: 'p' }] }, known, { kind: 'unanswered', index: 1 }],
    [round, { ...known, asked: [] }, { kind: 'no-principles' }],
    [{ ...round, heldOn: '2026-12-01' }, known, { kind: 'round-ahead' }],
    [{ ...round, heldOn: '2026-04-30' }, known, { kind: 'before-it-was-proposed' }]
  ])('%# is refused or not', (given, where, problem) => {
    expect(roundProblem(given, where)).toEqual(problem);
  });

  test('stands beside the others by principle, also where one of them did not ask it', () => {
    const answer = (principleId: string, fit: 'fits' | 'partly') => ({
      principleId,
      title: principleId,
      question: '?',
      fit,
      reason: ''
    });
    const beside = roundsBeside([
      { number: 2, answers: [answer('p', 'fits'), answer('new', 'partly')] },
      { number: 1, answers: [answer('p', 'partly')] }
    ]);
    expect(beside.map(({ title, answers }) => [title, ...answers.map((one) => one?.fit)])).toEqual([
      ['p', 'partly', 'fits'],
      ['new', undefined, 'partly']
    ]);
    expect(fitCounts(beside.flatMap(({ answers }) => answers.flatMap((one) => one ?? [])))).toEqual(
      { fits: 1, partly: 2, 'does-not': 0, 'does-not-apply': 0 }
    );
  });
});

describe('an outcome', () => {
  const wanted = {
    outcome: 'go-ahead',
    outcomeGroupId: 'board',
    outcomeReason: '',
    outcomeConditions: '',
    outcomeOn: today
  } as const;
  const known = { proposal: { proposedOn: '2026-05-01' }, rounds: 1, partners: [], today };
  const against = [{ body: 'Housing', stance: 'declined' as const }];
  test.each([
    [wanted, known, null],
    [wanted, { ...known, rounds: 0 }, 'not-tested'],
    [{ ...wanted, outcomeGroupId: null }, known, 'group-missing'],
    [{ ...wanted, outcomeOn: '2026-12-01' }, known, 'outcome-ahead'],
    [{ ...wanted, outcomeOn: '2026-04-30' }, known, 'outcome-before-proposal'],
    [wanted, { ...known, partners: against }, 'over-a-partner'],
    [{ ...wanted, outcomeReason: 'Two of three carry it' }, { ...known, partners: against }, null],
    [{ ...wanted, outcome: 'with-changes' as const }, known, 'changes-missing'],
    [{ ...wanted, outcome: 'no' as const }, known, 'reason-missing'],
    // What does not go ahead needs no test.
    [
      { ...wanted, outcome: 'not-now' as const, outcomeReason: 'No money' },
      { ...known, rounds: 0 },
      null
    ]
  ])('%# is refused or not', (given, where, kind) => {
    expect(outcomeProblem(given, where)?.kind ?? null).toBe(kind);
  });
});

describe('a workstream', () => {
  const values = {
    now: ['common' as const],
    headingTo: ['common' as const],
    why: '',
    unifiedForm: null,
    reviewedOn: null
  };
  test.each([
    [values, null],
    [{ ...values, headingTo: ['partnership' as const] }, 'why-missing'],
    [{ ...values, headingTo: ['partnership' as const], why: 'Costs more than it gives' }, null],
    [{ ...values, headingTo: [] }, null],
    [{ ...values, headingTo: ['unified' as const] }, 'form-missing'],
    [{ ...values, unifiedForm: 'consortium' as const }, 'form-without-service'],
    [{ ...values, reviewedOn: '2026-12-01' }, 'reviewed-ahead']
  ])('%# is refused or not', (given, kind) => {
    expect(workstreamProblem(given, today)?.kind ?? null).toBe(kind);
  });

  test('is as full as the fullest of its approaches, and heads for more, less or the same', () => {
    expect([fullness([]), fullness(['partnership']), fullness(['partnership', 'unified'])]).toEqual(
      [0, 1, 3]
    );
    expect(headingOf({ now: ['partnership'], headingTo: ['common'] })).toBe('fuller');
    expect(headingOf({ now: ['common'], headingTo: ['partnership'] })).toBe('lighter');
    expect(headingOf({ now: ['partnership', 'common'], headingTo: ['common'] })).toBe('the-same');
    expect(headingOf({ now: ['common'], headingTo: [] })).toBe('not-stated');
  });

  test('stands in the band of the fullest approach it has now; those not stated come last', () => {
    const bands = inBands([
      { id: 'a', now: [] },
      { id: 'b', now: ['partnership' as const] },
      { id: 'c', now: ['partnership' as const, 'unified' as const] }
    ]);
    expect(
      bands.map(({ approach, workstreams }) => [approach, workstreams.map(({ id }) => id)])
    ).toEqual([
      ['unified', ['c']],
      ['common', []],
      ['partnership', ['b']],
      [null, ['a']]
    ]);
  });
});
