import { describe, expect, test } from 'vitest';
import {
  decisionProblem,
  goesToOne,
  ladderOf,
  latestStep,
  nextRung,
  owesConditions,
  settlementProblem,
  stepProblem
} from './rules.ts';
import { ageWords } from './sentences.ts';

const agreed = {
  kind: 'agreed',
  groupId: 'g1',
  body: '',
  decidedOn: '2026-02-01',
  conditions: '',
  conditionsDueOn: null,
  supersedesId: null
} as const;
const none = { stored: null, corrected: null, today: '2026-03-01' } as const;

describe('a decision', () => {
  test('is saved when somebody decided it on a day that has come', () => {
    expect(decisionProblem(agreed, none)).toBeNull();
    expect(decisionProblem({ ...agreed, groupId: null, body: 'Council' }, none)).toBeNull();
    expect(decisionProblem({ ...agreed, decidedOn: null }, none)).toBeNull();
  });

  test.each([
    ['nobody decided it', { groupId: null }, 'nobody-decided'],
    ['its day is to come', { decidedOn: '2026-03-02' }, 'day-ahead'],
    ['it is subject to nothing', { kind: 'approved-subject-to' }, 'conditions-missing'],
    [
      'a day is named for no conditions',
      { conditionsDueOn: '2026-04-01' },
      'due-without-conditions'
    ]
  ] as const)('is refused when %s', (_, part, kind) => {
    expect(decisionProblem({ ...agreed, ...part }, none)).toMatchObject({ kind });
  });

  test('stays as it is once it is confirmed', () => {
    const stored = { id: 'd1', confirmedAt: new Date('2026-02-02') };
    expect(decisionProblem(agreed, { ...none, stored })).toEqual({ kind: 'confirmed' });
    expect(
      decisionProblem(agreed, { ...none, stored: { ...stored, confirmedAt: null } })
    ).toBeNull();
  });

  test('corrects a confirmed one alone, and never itself', () => {
    const draft = { id: 'd2', confirmedAt: null };
    const values = { ...agreed, supersedesId: 'd2' };
    expect(decisionProblem(values, { ...none, corrected: draft })).toEqual({
      kind: 'corrects-a-draft'
    });
    const confirmed = { ...draft, confirmedAt: new Date('2026-02-02') };
    expect(decisionProblem(values, { ...none, corrected: confirmed })).toBeNull();
    expect(decisionProblem(values, { ...none, stored: draft, corrected: draft })).toEqual({
      kind: 'corrects-itself'
    });
  });

  test('owes its conditions from when it is confirmed until they are met', () => {
    const draft = { conditions: 'Money', conditionsMetOn: null, confirmedAt: null };
    const confirmed = { ...draft, confirmedAt: new Date('2026-02-02') };
    expect(
      [draft, confirmed, { ...confirmed, conditionsMetOn: '2026-03-01' }].map(owesConditions)
    ).toEqual([false, true, false]);
  });
});

describe('the ladder of a dispute', () => {
  const groups = [
    { id: 'top', seniorSponsor: '', reportsTo: [] },
    { id: 'directors', seniorSponsor: 'Chief executive', reportsTo: ['top'] },
    { id: 'early', seniorSponsor: 'Director', reportsTo: ['directors'] },
    { id: 'ring-1', seniorSponsor: '', reportsTo: ['ring-2'] },
    { id: 'ring-2', seniorSponsor: '', reportsTo: ['ring-1'] }
  ];

  test('goes from the group to its sponsor and up the reporting lines', () => {
    expect(ladderOf('early', groups).map(({ groupId, level }) => `${groupId} ${level}`)).toEqual([
      'early group',
      'early sponsor',
      'directors group',
      'directors sponsor',
      'top group'
    ]);
  });

  test('ends where reporting lines go round in a circle, or lead to a group that is gone', () => {
    expect(ladderOf('ring-1', groups).map(({ groupId }) => groupId)).toEqual(['ring-1', 'ring-2']);
    expect(ladderOf('gone', groups)).toEqual([]);
  });

  test('names the step above the highest one it has been on', () => {
    const ladder = ladderOf('early', groups);
    expect(nextRung(ladder, [])).toEqual({ groupId: 'early', level: 'group' });
    const been = [
      { groupId: 'early', level: 'sponsor' },
      { groupId: 'early', level: 'group' }
    ] as const;
    expect(nextRung(ladder, been)).toEqual({ groupId: 'directors', level: 'group' });
    expect(nextRung(ladder, [{ groupId: 'top', level: 'group' }])).toBeNull();
  });
});

test('a dispute is where its latest step is', () => {
  const steps = [
    { since: '2026-02-05', id: 'b' },
    { since: '2026-02-01', id: 'a' },
    { since: '2026-02-05', id: 'c' }
  ];
  expect(latestStep(steps)?.id).toBe('c');
  expect(latestStep([])).toBeNull();
});

test('no step of a dispute, nor its end, stands before what came before it', () => {
  const dispute = { raisedOn: '2026-02-01', settledOn: null };
  const today = '2026-03-01';
  expect(stepProblem('2026-02-01', dispute, today)).toBeNull();
  expect(stepProblem('2026-01-31', dispute, today)).toMatchObject({ kind: 'before-it-was-raised' });
  expect(stepProblem('2026-03-02', dispute, today)).toMatchObject({ kind: 'day-ahead' });
  const settled = { ...dispute, settledOn: '2026-02-20' };
  expect(stepProblem('2026-02-20', settled, today)).toBeNull();
  expect(stepProblem('2026-02-21', settled, today)).toMatchObject({ kind: 'after-it-was-settled' });
  const steps = [{ since: '2026-02-10' }];
  expect(settlementProblem('2026-02-10', dispute, { steps, today })).toBeNull();
  expect(settlementProblem('2026-02-09', dispute, { steps, today })).toMatchObject({
    kind: 'before-its-last-step'
  });
  expect(settlementProblem('2026-01-09', dispute, { steps, today })).toMatchObject({
    kind: 'before-it-was-raised'
  });
});

test('an ask goes to one group or to one body', () => {
  expect(goesToOne({ toGroupId: 'g1', toBody: '' })).toBe(true);
  expect(goesToOne({ toGroupId: null, toBody: 'Government' })).toBe(true);
  expect(goesToOne({ toGroupId: 'g1', toBody: 'Government' })).toBe(false);
  expect(goesToOne({ toGroupId: null, toBody: '' })).toBe(false);
});

test('how long a dispute is open is said in days', () => {
  expect([0, 1, 12].map(ageWords)).toEqual(['less than a day', '1 day', '12 days']);
});
