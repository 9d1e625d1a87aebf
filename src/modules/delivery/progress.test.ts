import { describe, expect, test } from 'vitest';
import type { Action, Aim, Milestone } from './kinds.ts';
import { groupsWorstFirst, nothingOf, progressOfGroups, standingOf } from './progress.ts';
import { milestoneOutside, milestoneProblem } from './rules.ts';

const today = '2026-11-30';

describe('how something stands', () => {
  test.each([
    { status: 'under-way', dueOn: '2026-11-29', standing: 'late' },
    { status: 'under-way', dueOn: '2026-11-30', standing: 'due-soon' },
    { status: 'not-started', dueOn: '2026-12-30', standing: 'due-soon' },
    { status: 'not-started', dueOn: '2026-12-31', standing: 'on-time' },
    { status: 'under-way', dueOn: null, standing: 'no-date' },
    { status: 'held-up', dueOn: '2027-12-31', standing: 'held-up' },
    // It may have been done in time: nobody said so.
    { status: 'not-stated', dueOn: '2019-12-31', standing: 'not-stated' },
    { status: 'done', dueOn: '2019-12-31', standing: 'done' },
    { status: 'stopped', dueOn: null, standing: 'stopped' }
  ] as const)('$status with the date $dueOn is $standing', ({ status, dueOn, standing }) => {
    expect(standingOf({ status, dueOn }, today)).toBe(standing);
  });
});

/** What the rules read of an aim, an action and a milestone. */
const aim = (values: Partial<Aim>) =>
  ({
    planPriorityId: 'p',
    sameAs: null,
    factors: [],
    supportedBy: [],
    leadGroupId: null,
    status: 'under-way',
    dueOn: null,
    progressOn: null,
    progressNote: '',
    lead: '',
    title: '',
    ...values
  }) as unknown as Aim; // the rest of an aim is not read
const action = (values: Partial<Action>) =>
  ({
    status: 'under-way',
    dueOn: null,
    progressOn: null,
    progressNote: '',
    lead: '',
    title: '',
    ...values
  }) as unknown as Action; // as above
const milestone = (values: Partial<Milestone>) =>
  ({ doneOn: null, note: '', title: '', dueOn: today, ...values }) as unknown as Milestone; // as above

const priorities = [{ id: 'p', groupId: 'g1' }];

describe('progress by group', () => {
  test('counts an aim for the group that leads it, else for that of its priority, else for none', () => {
    const progress = progressOfGroups(
      {
        priorities: [...priorities, { id: 'q', groupId: null }],
        aims: [
          aim({ id: 'a' }),
          aim({ id: 'b', leadGroupId: 'g2' }),
          aim({ id: 'c', planPriorityId: 'q' }),
          aim({ id: 'd', sameAs: 'b' })
        ],
        actions: [action({ id: 'x', aimId: 'b' })],
        milestones: []
      },
      today
    );
    expect(progress.map(({ groupId, lines }) => [groupId, lines.map(({ id }) => id)])).toEqual([
      ['g1', ['a']],
      ['g2', ['b', 'x']],
      [null, ['c']]
    ]);
  });

  test('puts first what needs attention, and of that what is held up, then what is longest late', () => {
    const [one] = progressOfGroups(
      {
        priorities,
        aims: [aim({ id: 'a', dueOn: '2027-06-30' })],
        actions: [
          action({ id: 'late', aimId: 'a', dueOn: '2026-11-20' }),
          action({ id: 'later', aimId: 'a', dueOn: '2026-10-31' }),
          action({ id: 'held', aimId: 'a', status: 'held-up', dueOn: '2027-01-31' }),
          action({ id: 'done', aimId: 'a', status: 'done', dueOn: '2026-01-31' })
        ],
        milestones: [milestone({ id: 'm', aimId: 'a', dueOn: '2026-11-29' })]
      },
      today
    );
    expect(one?.lines.map(({ id, daysLate }) => [id, daysLate])).toEqual([
      ['held', null],
      ['later', 30],
      ['late', 10],
      ['m', 1],
      ['a', null],
      ['done', null]
    ]);
    expect(one?.attention).toBe(4);
    expect(one?.counts).toMatchObject({ late: 3, 'held-up': 1, done: 1, 'on-time': 1 });
  });

  test('leaves out milestones that were not reached of an aim that has ended', () => {
    const [one] = progressOfGroups(
      {
        priorities,
        aims: [aim({ id: 'a', status: 'stopped' })],
        actions: [],
        milestones: [
          milestone({ id: 'reached', aimId: 'a', doneOn: '2026-05-01' }),
          milestone({ id: 'missed', aimId: 'a' })
        ]
      },
      today
    );
    expect(one?.lines.map(({ id }) => id)).toEqual(['reached', 'a']);
  });

  test('puts the group first of which most needs attention, then the one with the longest delay', () => {
    const line = (daysLate: number) => ({ daysLate }) as never; // only the delay is read
    const few = { ...nothingOf('few'), attention: 1, lines: [line(300)] };
    const most = { ...nothingOf('most'), attention: 2, lines: [line(3)] };
    const short = { ...nothingOf('short'), attention: 1, lines: [line(2)] };
    expect(groupsWorstFirst([short, few, most]).map(({ groupId }) => groupId)).toEqual([
      'most',
      'few',
      'short'
    ]);
  });
});

describe('a milestone', () => {
  const its = { startsOn: '2026-03-01', dueOn: '2026-12-18', sameAs: null };
  test.each([
    { dueOn: '2026-12-18', doneOn: null, problem: null },
    { dueOn: '2026-12-19', doneOn: null, problem: { kind: 'after-its-aim', on: '2026-12-18' } },
    { dueOn: '2026-02-28', doneOn: null, problem: { kind: 'before-its-aim', on: '2026-03-01' } },
    { dueOn: '2026-12-01', doneOn: today, problem: null },
    { dueOn: '2026-12-01', doneOn: '2026-12-01', problem: { kind: 'reached-ahead' } }
  ])('due $dueOn and reached $doneOn: $problem', ({ problem, ...milestone }) => {
    expect(milestoneProblem(milestone, its, today)).toEqual(problem);
  });

  test('is kept with the aim that an entry repeats, and has no bound where its aim has no dates', () => {
    const free = { startsOn: null, dueOn: null, sameAs: null };
    const wanted = { dueOn: '1999-01-01', doneOn: null };
    expect(milestoneProblem(wanted, free, today)).toBeNull();
    expect(milestoneProblem(wanted, { ...free, sameAs: 'a' }, today)).toEqual({
      kind: 'kept-elsewhere'
    });
  });

  test('keeps its aim from dates that would leave it out', () => {
    const milestones = [{ title: 'Draft', dueOn: '2026-06-30' }];
    expect(milestoneOutside({ startsOn: null, dueOn: '2026-06-30' }, milestones)).toBeNull();
    expect(milestoneOutside({ startsOn: null, dueOn: '2026-06-29' }, milestones)).toMatchObject({
      field: 'dueOn',
      title: 'Draft'
    });
    expect(milestoneOutside({ startsOn: '2026-07-01', dueOn: null }, milestones)).toMatchObject({
      field: 'startsOn'
    });
  });
});
