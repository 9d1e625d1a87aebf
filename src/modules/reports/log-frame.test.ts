import type { Action, Aim, Milestone, Plan, PlanMeasure, PlanPriority } from '#modules/delivery';
import { describe, expect, test } from 'vitest';
import {
  logFrameDocument,
  logFrameGaps,
  logFrameOf,
  logFrameTable,
  type LogFrameRecords
} from './log-frame.ts';

/** What the matrix reads of the records of a plan; the rest of them is not read. */
const aim = (values: Partial<Aim>) =>
  ({
    planPriorityId: 'talk',
    sameAs: null,
    intendedOutcome: '',
    evaluation: '',
    indicatorIds: [],
    measureIds: [],
    ...values
  }) as Aim;
const action = (values: Partial<Action>) =>
  ({
    intendedOutcome: '',
    evaluation: '',
    lead: '',
    resource: '',
    dueOn: null,
    ...values
  }) as Action;
const milestone = { aimId: 'groups', title: 'First group', dueOn: '2027-05-03' } as Milestone;
const priority = {
  id: 'talk',
  number: 1,
  title: 'Talk',
  statement: 'More talk at home'
} as PlanPriority;
const judged = {
  planPriorityId: 'talk',
  title: 'Words at two',
  wanted: 'up',
  indicatorId: 'words'
};

const plan: Plan = {
  priorities: [priority],
  aims: [
    aim({
      id: 'groups',
      title: 'Talk groups',
      intendedOutcome: 'Parents talk more',
      indicatorIds: ['words'],
      measureIds: ['families'],
      evaluation: 'A survey each June'
    }),
    aim({ id: 'again', title: 'Talk groups again', sameAs: 'groups' }),
    aim({ id: 'bare', title: 'Something' })
  ],
  actions: [
    action({
      aimId: 'groups',
      id: 'hire',
      title: 'Hire a hall',
      lead: 'Libraries',
      dueOn: '2027-02-01',
      resource: '£2,000'
    })
  ],
  measures: [judged as PlanMeasure],
  supports: []
};

const records: LogFrameRecords = {
  vision: 'Every child talks',
  outcomes: [{ id: 'language', title: 'Language', ages: ['2 years', '3 years'] }],
  plan,
  milestones: [milestone],
  indicators: [
    {
      id: 'words',
      title: 'Children with 200 words',
      source: 'Health visitors',
      unit: 'percent',
      decimals: 0,
      target: 80,
      targetBy: '2028-03-31',
      outcomes: ['language']
    }
  ],
  measures: [{ id: 'families', title: 'Families that came' }],
  risks: [
    { assumption: 'Halls stay open', status: 'open', aimIds: ['groups'] },
    { assumption: 'Money lasts', status: 'open', aimIds: [] },
    { assumption: 'No flood', status: 'closed', aimIds: ['groups'] },
    { assumption: '', status: 'open', aimIds: ['bare'] }
  ]
};

describe('the plan as a log-frame', () => {
  const lines = logFrameOf(records);

  test('each row holds its records, how one sees them, where that is read, and what they rest on', () => {
    expect(logFrameTable(lines)).toEqual([
      ['Level', 'Narrative', 'Indicators', 'Means of verification', 'Assumptions'],
      ['Goal', 'Every child talks', '', '', 'Money lasts'],
      [
        'Goal',
        'Language\n2 years; 3 years',
        'Children with 200 words: 80% by 31 March 2028',
        'Health visitors',
        ''
      ],
      ['Purpose', '1. Talk\nMore talk at home', 'Words at two goes up', 'Health visitors', ''],
      [
        'Outputs',
        'Talk groups\nParents talk more',
        'Children with 200 words: 80% by 31 March 2028\nFamilies that came\nFirst group, by 3 May 2027',
        'Health visitors\nRun charts of improvement\nA survey each June',
        'Halls stay open'
      ],
      ['Outputs', 'Something', '', '', ''],
      ['Activities', 'Hire a hall\nLed by Libraries, by 1 February 2027, with £2,000', '', '', '']
    ]);
  });

  test('what it lacks is said and not filled in', () => {
    expect(logFrameGaps(lines)).toEqual([
      'One aim of 2 has neither a measure nor a milestone: nobody could tell whether it is reached.',
      'One aim of 2 rests on no assumption that is written down. Say in the register of risks what each assumes.'
    ]);
    expect(logFrameGaps([])).toEqual([
      'No vision is written down and no outcome is chosen, so that the matrix has no goal.'
    ]);
  });

  test('its document has a table for each row, with a sentence where nothing is in it', () => {
    const { blocks } = logFrameDocument(lines, { place: 'Fernhollow', today: '2026-12-01' });
    const tables = blocks.flatMap((one) => (one.kind === 'table' ? [one] : []));
    expect(tables.map(({ caption, rows }) => [caption, rows.length])).toEqual([
      ['Goal', 2],
      ['Purpose', 1],
      ['Outputs', 2],
      ['Activities', 1]
    ]);
    const empty = logFrameDocument([], { place: 'Fernhollow', today: '2026-12-01' });
    expect(JSON.stringify(empty)).toContain('Nothing of it is in the plan yet.');
  });
});
