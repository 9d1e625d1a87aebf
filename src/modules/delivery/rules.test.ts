import { describe, expect, test } from 'vitest';
import {
  aimsOnce,
  byAttention,
  dateOrderProblem,
  daysLate,
  daysUntil,
  gapsOf,
  joinProblem,
  needsAttention,
  sharedWith,
  slippageOf,
  workAt
} from './rules.ts';
import type { Action, Aim } from './kinds.ts';
import { lateWords, openSentence, whoLeads } from './sentences.ts';
import type { FactorId } from '#modules/vocabulary';

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
    proposalId: null,
    dueOn: null,
    status: 'under-way',
    progressNote: '',
    progressOn: null,
    factors: [],
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

// Factors of no spine but this test's own.
const [talk, books, schools] = ['talk', 'books', 'schools'] as FactorId[] as [
  FactorId,
  FactorId,
  FactorId
];

function aim(values: Partial<Aim>): Aim {
  return {
    id: 'b',
    planPriorityId: 'p1',
    title: 'A story at bedtime',
    detail: '',
    factors: [],
    dueOn: null,
    dueAsWritten: '',
    status: 'under-way',
    progressNote: '',
    progressOn: null,
    lead: '',
    leadGroupId: null,
    supportedBy: [],
    links: '',
    localCollaborators: '',
    systemCollaborators: '',
    widerPriority: '',
    linkedAims: [],
    measureIds: [],
    indicatorIds: [],
    proposalId: null,
    startsOn: null,
    policyLinks: '',
    intendedOutcome: '',
    offer: null,
    targetGroup: '',
    evaluation: '',
    questions: [],
    sameAs: null,
    number: null,
    source: '',
    position: 0,
    version: 1,
    ...values
  };
}

describe('what needs attention', () => {
  test.each([
    { status: 'under-way', dueOn: '2026-03-01', needs: true },
    { status: 'not-stated', dueOn: '2018-04-30', needs: true },
    { status: 'held-up', dueOn: '2026-12-01', needs: true },
    { status: 'held-up', dueOn: null, needs: true },
    { status: 'under-way', dueOn: '2026-03-02', needs: false },
    { status: 'not-started', dueOn: null, needs: false },
    { status: 'done', dueOn: '2026-01-01', needs: false }
  ] as const)('$status, due $dueOn: $needs', ({ status, dueOn, needs }) => {
    expect(needsAttention({ status, dueOn }, today)).toBe(needs);
  });

  test('is said with how late it is, and not as late where nobody stated its progress', () => {
    const late = { status: 'under-way', dueOn: '2026-03-01' } as const;
    expect(daysLate(late, today)).toBe(1);
    expect(lateWords(late, today)).toBe('1 day late');
    expect(lateWords({ status: 'not-stated', dueOn: '2026-02-20' }, today)).toBe('Date has passed');
    expect(lateWords({ status: 'done', dueOn: '2026-02-20' }, today)).toBeNull();
  });
});

describe('the work at a factor', () => {
  const plan = {
    aims: [
      aim({ id: 'talk', factors: [talk] }),
      aim({ id: 'none' }),
      aim({ id: 'again', sameAs: 'talk', factors: [books] })
    ],
    actions: [
      action({ id: 'of-talk', aimId: 'talk' }),
      action({ id: 'of-none', aimId: 'none' }),
      action({ id: 'own', aimId: 'none', factors: [schools] })
    ]
  };

  test('is what names it, itself or by its aim', () => {
    const idsAt = (factor: FactorId) => {
      const { aims, actions } = workAt(plan, factor);
      return [aims.map(({ id }) => id), actions.map(({ id }) => id)];
    };
    expect(idsAt(talk)).toEqual([['talk'], ['of-talk']]);
    expect(idsAt(schools)).toEqual([[], ['own']]);
    // The second entry of an aim names a factor for it.
    expect(idsAt(books)).toEqual([['talk'], ['of-talk']]);
  });
});

describe('an aim that stands twice', () => {
  const aims = [
    aim({ id: 'led', planPriorityId: 'p3', leadGroupId: 'g3', supportedBy: ['g1'] }),
    aim({ id: 'entry', planPriorityId: 'p1', sameAs: 'led', supportedBy: ['g2', 'g3'] })
  ];

  test('is one aim, led by the group that it says itself', () => {
    expect(aimsOnce(aims)).toMatchObject([
      { id: 'led', leadGroupId: 'g3', supportedBy: ['g1', 'g2'] }
    ]);
  });

  test('is shared with a heading whose group supports it, unless it stands there already', () => {
    const priorities = [
      { id: 'p3', groupId: 'g3' },
      { id: 'p4', groupId: 'g3' }
    ];
    const shared = (id: string, groupId: string | null) =>
      sharedWith({ id, groupId }, { aims, priorities }).map((one) => one.id);
    expect(shared('p1', 'g1')).toEqual([]);
    expect(shared('p9', 'g1')).toEqual(['led']);
    // It stands under another heading of the same group: nothing is shared.
    expect(shared('p4', 'g3')).toEqual([]);
    expect(shared('p3', 'g3')).toEqual([]);
    expect(shared('p9', null)).toEqual([]);
  });

  test.each([
    { id: 'led', sameAs: 'led', problem: 'same-as-itself' },
    { id: 'new', sameAs: 'entry', problem: 'same-as-an-entry' },
    { id: 'led', sameAs: 'other', problem: 'others-are-the-same' },
    { id: 'busy', sameAs: 'led', problem: 'has-actions-of-its-own' },
    { id: 'dated', sameAs: 'led', problem: 'has-milestones-of-its-own' },
    { id: 'new', sameAs: 'led', problem: undefined },
    { id: null, sameAs: 'led', problem: undefined },
    { id: 'busy', sameAs: null, problem: undefined }
  ])('$id, the same as $sameAs: $problem', ({ id, sameAs, problem }) => {
    const plan = { aims, actions: [{ aimId: 'busy' }], milestones: [{ aimId: 'dated' }] };
    expect(joinProblem({ id, sameAs }, plan)?.kind).toBe(problem);
  });

  test('says who leads it and who supports it', () => {
    const name = (id: string) => ({ g1: 'Early Years', g3: 'Health' })[id] ?? null;
    const [led] = aims;
    expect(led && whoLeads({ ...led, lead: 'Head of health' }, name, [])).toEqual([
      'Led by Health, Head of health',
      'Supported by Early Years'
    ]);
    expect(whoLeads(aim({}), name, [])).toEqual([]);
  });
});

describe('how many aims and actions are open', () => {
  test.each([
    { aims: [2, 5], actions: [1, 3], says: '2 of 5 aims are open, and 1 of 3 actions is.' },
    { aims: [1, 1], actions: [0, 0], says: '1 of 1 aim is open. There is no action yet.' },
    { aims: [0, 2], actions: [0, 1], says: 'No aim or action is open: all are done or stopped.' },
    { aims: [0, 0], actions: [0, 0], says: '' }
  ])('is said: $says', ({ aims, actions, says }) => {
    const [open = 0, all = 0] = aims;
    const [openActions = 0, allActions = 0] = actions;
    expect(openSentence({ open, all }, { open: openActions, all: allActions })).toBe(says);
  });
});
