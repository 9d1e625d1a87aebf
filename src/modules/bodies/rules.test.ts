import { documentProblems } from '#core/written-document';
import type { PlanOutline } from '#modules/delivery';
import { describe, expect, test } from 'vitest';
import { differencesOf, differencesSentence } from './differences.ts';
import { comparisonDocument, uptakeDocument, versionDocument } from './documents.ts';
import {
  approvalProblem,
  isApproved,
  standingOf,
  uptakeProblem,
  type ApprovalLine
} from './rules.ts';
import { approvalWords, standingSentence } from './sentences.ts';

const line = (body: string, more: Partial<ApprovalLine> = {}): ApprovalLine => ({
  id: body,
  bodyId: body,
  body,
  kind: 'council',
  asked: 'approve',
  state: 'waiting',
  statedOn: null,
  reference: '',
  conditions: '',
  conditionsMetOn: null,
  ...more
});
const approved = { state: 'approved', statedOn: '2027-02-01' } as const;
const subject = {
  state: 'approved-subject-to',
  statedOn: '2027-02-02',
  conditions: 'Money is found.'
} as const;

describe('how far a version is approved', () => {
  test.each([
    { lines: [], says: 'No body is asked to approve it.' },
    { lines: [line('Angus')], says: 'Not approved by Angus yet: its word is waited for.' },
    { lines: [line('Angus', approved)], says: 'Approved by Angus.' },
    { lines: [line('Angus', { state: 'declined' })], says: 'Angus declined to approve it.' },
    { lines: [line('Angus', { state: 'noted' })], says: 'Angus noted it, and did not approve it.' },
    {
      lines: [line('Angus', subject)],
      says: 'Angus approved it subject to conditions that are not met yet.'
    },
    {
      lines: [line('Angus', approved), line('Dundee', approved)],
      says: 'Approved by both councils.'
    },
    {
      lines: [line('Angus', approved), line('Dundee', approved), line('Perth', subject)],
      says: 'Approved by 2 of 3 councils; one subject to conditions.'
    },
    {
      lines: [
        line('Angus', approved),
        line('Dundee', approved),
        line('Perth', { ...subject, conditionsMetOn: '2027-03-01' })
      ],
      says: 'Approved by all 3 councils.'
    },
    {
      lines: [
        line('Angus', { state: 'declined' }),
        line('Health', { kind: 'health-board', state: 'noted' }),
        line('Leaders', { asked: 'note', state: 'noted' })
      ],
      says: 'Approved by none of 2 bodies; one noted it; one declined.'
    }
  ])('is said: $says', ({ lines, says }) => {
    expect(standingSentence(lines)).toBe(says);
  });

  test('is whole only when every body that was asked approved, and no condition is open', () => {
    expect(isApproved(standingOf([line('Angus', approved), line('Perth', subject)]))).toBe(false);
    expect(isApproved(standingOf([line('Leaders', { asked: 'note', state: 'noted' })]))).toBe(
      false
    );
    expect(approvalWords(line('Perth', subject))).toBe(
      'Approved subject to conditions on 2 February 2027: Money is found. Not met yet.'
    );
    expect(approvalWords(line('Angus'))).toBe('Waiting: asked to approve it');
  });
});

describe('what a body has said', () => {
  const said = {
    state: 'approved',
    statedOn: null,
    conditions: '',
    conditionsMetOn: null
  } as const;
  test.each([
    { given: said, problem: undefined },
    { given: { ...said, state: 'approved-subject-to' }, problem: 'conditions-needed' },
    { given: { ...said, conditions: 'Money' }, problem: 'conditions-without' },
    { given: { ...said, conditionsMetOn: '2027-03-01' }, problem: 'met-without-conditions' },
    { given: { ...said, state: 'waiting', statedOn: '2027-03-01' }, problem: 'waits-with-a-day' },
    { given: { ...said, statedOn: '2027-03-03' }, problem: 'day-ahead' },
    { given: { ...said, ...subject, conditionsMetOn: '2027-02-01' }, problem: 'met-before' }
  ] as const)('$given.state has $problem', ({ given, problem }) => {
    expect(approvalProblem(given, '2027-03-02')?.kind).toBe(problem);
  });
});

test('a variant needs a reason, and a body an area of its own', () => {
  const varied = { uptake: 'varied', reason: '', differs: '' } as const;
  const area = { takesUpAims: true };
  expect(uptakeProblem(varied, area)).toEqual({ kind: 'reason-needed' });
  expect(uptakeProblem({ ...varied, reason: 'Islands' }, area)).toBeNull();
  expect(uptakeProblem({ ...varied, uptake: 'adopted' }, { takesUpAims: false })).toEqual({
    kind: 'no-area'
  });
});

const aim = {
  id: 'aim',
  priorityId: 'one',
  number: 1,
  title: 'A story at bedtime',
  detail: '',
  dueOn: '2027-06-30',
  dueAsWritten: '',
  lead: 'Librarian',
  group: 'Board',
  supportedBy: [],
  targetGroup: '',
  evaluation: '',
  sameAs: ''
};
const bags = { id: 'bags', aimId: 'aim', title: 'Bags', lead: '', dueOn: null, resource: '' };
const before: PlanOutline = {
  format: 1,
  priorities: ['one', 'two'].map((id, index) => ({
    id,
    number: index + 1,
    title: `Priority ${id}`,
    statement: '',
    group: '',
    measures: []
  })),
  aims: [aim, { ...aim, id: 'gone', title: 'Given up' }],
  actions: [bags]
};
const after: PlanOutline = {
  ...before,
  aims: [
    { ...aim, priorityId: 'two', title: 'A story every night', dueOn: '2027-12-31', lead: 'Head' }
  ],
  actions: [...before.actions, { ...bags, id: 'new', title: 'Songs' }]
};

describe('what changed between two versions', () => {
  const all = differencesOf(before, after);
  test('is told by the record, not by its words', () => {
    expect(all.map(({ what, title, change }) => `${what} ${title}: ${change}`)).toEqual([
      'aim Given up: removed',
      'aim A story every night: moved',
      'aim A story every night: reworded',
      'aim A story every night: re-dated',
      'aim A story every night: led by others',
      'action Songs: added'
    ]);
    expect(all.find(({ change }) => change === 're-dated')).toMatchObject({
      before: '30 June 2027',
      after: '31 December 2027'
    });
    expect(differencesSentence(all)).toBe(
      '1 added, 1 removed, 1 moved, 1 reworded, 1 re-dated, 1 led by others.'
    );
    expect(differencesSentence(differencesOf(after, after))).toBe('The two say the same.');
  });

  test('makes documents that are whole for somebody who listens', () => {
    const head = {
      id: 'version',
      number: 1,
      title: 'The plan',
      period: '',
      reasons: [],
      note: '',
      madeOn: '2027-01-01',
      madeBy: 'Somebody',
      source: '',
      approvals: [line('Angus')]
    };
    const documents = [
      versionDocument({ ...head, content: after }, 'Tayside'),
      comparisonDocument(
        { name: 'version 1', content: before },
        { name: 'today', content: after },
        'Tayside'
      ),
      uptakeDocument(
        { title: 'A story', detail: '', dueOn: null },
        { place: 'Tayside', bodies: [{ id: 'a', name: 'Angus' }], uptakes: [], elements: [] }
      )
    ];
    expect(documents.flatMap(documentProblems)).toEqual([]);
  });
});
