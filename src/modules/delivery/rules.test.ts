import { describe, expect, test } from 'vitest';
import { byAttention, dateOrderProblem, daysUntil, gapsOf, slippageOf } from './rules.ts';
import type { Action } from './kinds.ts';

const today = '2026-03-02';

function action(values: Partial<Action>): Action {
  return {
    id: 'a',
    aimId: 'b',
    title: 'Song bags',
    lead: 'Head of nursery',
    collaborators: '',
    policyLinks: '',
    intendedOutcome: '',
    targetGroup: '',
    evaluation: '',
    resource: '',
    startsOn: null,
    dueOn: null,
    status: 'under-way',
    progressNote: '',
    progressOn: null,
    position: 0,
    version: 1,
    ...values
  };
}

describe('how an action stands to its date', () => {
  test.each([
    { status: 'under-way', dueOn: '2026-03-01', slippage: 'overdue' },
    { status: 'under-way', dueOn: '2026-03-02', slippage: 'due-soon' },
    { status: 'under-way', dueOn: '2026-04-01', slippage: 'due-soon' },
    { status: 'under-way', dueOn: '2026-04-02', slippage: 'on-time' },
    { status: 'not-started', dueOn: null, slippage: 'no-date' },
    { status: 'done', dueOn: '2026-01-01', slippage: 'ended' },
    { status: 'stopped', dueOn: '2026-01-01', slippage: 'ended' }
  ] as const)('$status, due $dueOn: $slippage', ({ status, dueOn, slippage }) => {
    expect(slippageOf({ status, dueOn }, today)).toBe(slippage);
  });

  test('counts whole days across the change of the clocks', () => {
    expect(daysUntil('2026-03-30', '2026-03-28')).toBe(2);
  });
});

test('what needs attention comes first: held up, overdue, soon due, then by date, ended ones left out', () => {
  const list = [
    action({ id: 'later', dueOn: '2026-12-01' }),
    action({ id: 'no date' }),
    action({ id: 'done', status: 'done' }),
    action({ id: 'soon', dueOn: '2026-03-20' }),
    action({ id: 'overdue', dueOn: '2026-02-01' }),
    action({ id: 'held up', status: 'held-up', dueOn: '2026-12-31' })
  ];
  expect(byAttention(list, today).map((one) => one.id)).toEqual([
    'held up',
    'overdue',
    'soon',
    'later',
    'no date'
  ]);
});

test('the gaps of a plan are counted over its open actions', () => {
  const list = [
    action({ dueOn: '2026-05-01', resource: 'Two days a week' }),
    action({ lead: '' }),
    action({ status: 'done', lead: '' })
  ];
  expect(gapsOf(list)).toEqual({ date: 1, lead: 1, resource: 1 });
});

test('nothing ends before it starts', () => {
  expect(dateOrderProblem({ startsOn: '2026-03-02', dueOn: '2026-03-01' })).toEqual({
    kind: 'ends-before-it-starts'
  });
  expect(dateOrderProblem({ startsOn: '2026-03-02', dueOn: '2026-03-02' })).toBeNull();
  expect(dateOrderProblem({ startsOn: null, dueOn: '2026-03-02' })).toBeNull();
});
