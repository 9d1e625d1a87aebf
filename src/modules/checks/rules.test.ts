import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerProblem, countsSentence, hasMovedOn } from './answers.ts';
import { wholePlan } from './builders.ts';
import { yearBefore } from './finding.ts';
import { findingOf } from './rules.ts';
import { checkRules, type CheckRule, type CheckState, type Facts } from './types.ts';

const [aim] = wholePlan.aims;
const [action] = wholePlan.actions;
const [group] = wholePlan.groups;
const [round] = wholePlan.consultations;
const [priority] = wholePlan.priorities;
const [indicator, ...otherIndicators] = wholePlan.indicators;
const [report] = wholePlan.papers;
const [service] = wholePlan.services;
const { latest: version } = wholePlan;
if (
  !aim ||
  !action ||
  !group ||
  !round ||
  !priority ||
  !indicator ||
  !report ||
  !service ||
  !version
)
  throw new Error('The plan of the builders is not whole.');

/** 31 open actions, of which 12 have no named resource. */
const thirtyOne = Array.from({ length: 31 }, (_, index) => ({
  ...action,
  id: `action-${index}`,
  title: `Action ${index}`,
  resource: index < 12 ? '' : 'Paid'
}));

/** What is taken out of the whole plan, the state that the rule then proposes, and how many things it says are missing. Worked by hand. */
const lacking: Readonly<
  Record<CheckRule, readonly { without: Partial<Facts>; state: CheckState; missing: number }[]>
> = {
  vision: [
    { without: { vision: ' ' }, state: 'not-yet', missing: 1 },
    { without: { bodies: [] }, state: 'partly', missing: 1 },
    { without: { latest: null }, state: 'partly', missing: 5 }
  ],
  needs: [
    { without: { indicators: [] }, state: 'not-yet', missing: 1 },
    // One priority of one without an indicator, three indicators in time: 1 of 4.
    {
      without: { priorities: [{ ...priority, factors: [] }] },
      state: 'partly',
      missing: 1
    },
    {
      without: { indicators: [{ ...indicator, nextDue: '2027-03-01' }] },
      state: 'partly',
      missing: 1
    }
  ],
  services: [
    { without: { services: [] }, state: 'not-yet', missing: 1 },
    {
      without: { services: [...wholePlan.services, { id: 'b', name: 'Baby café', factors: [] }] },
      state: 'partly',
      missing: 1
    }
  ],
  resources: [
    { without: { actions: thirtyOne }, state: 'partly', missing: 12 },
    { without: { actions: [{ ...action, resource: '' }] }, state: 'not-yet', missing: 1 },
    { without: { actions: [{ ...action, status: 'done' }] }, state: 'cannot-tell', missing: 0 }
  ],
  matching: [
    { without: { services: [] }, state: 'not-yet', missing: 1 },
    { without: { indicators: [] }, state: 'cannot-tell', missing: 0 }
  ],
  indicators: [
    { without: { indicators: [] }, state: 'not-yet', missing: 1 },
    {
      without: { indicators: [{ ...indicator, hasTarget: false }, ...otherIndicators] },
      state: 'partly',
      missing: 1
    }
  ],
  consultation: [
    { without: { consultations: [] }, state: 'not-yet', missing: 4 },
    {
      without: { consultations: [{ ...round, people: ['parents'], toldFirst: '' }] },
      state: 'partly',
      missing: 4
    },
    { without: { consultations: [{ ...round, way: 'told' }] }, state: 'not-yet', missing: 4 }
  ],
  smart: [
    // The aim lacks its date, the action its lead: 2 of 2.
    {
      without: { aims: [{ ...aim, dueOn: null }], actions: [{ ...action, lead: '' }] },
      state: 'not-yet',
      missing: 2
    },
    { without: { aims: [{ ...aim, targetGroup: '' }] }, state: 'partly', missing: 1 },
    { without: { aims: [], actions: [] }, state: 'cannot-tell', missing: 0 }
  ],
  governance: [
    { without: { groups: [] }, state: 'not-yet', missing: 1 },
    // Of two groups the lower lacks a sponsor; decisions are recorded: 1 of 3.
    {
      without: {
        groups: [group, { ...group, id: 'lower', name: 'Talk group', reportsTo: ['board'] }]
      },
      state: 'partly',
      missing: 1
    },
    { without: { confirmedDecisions: 0 }, state: 'partly', missing: 1 }
  ],
  reporting: [
    { without: { papers: [] }, state: 'not-yet', missing: 1 },
    {
      // 2 March 2027 less 365 days is 2 March 2026.
      without: { papers: [{ ...report, datedOn: '2026-03-01' }] },
      state: 'not-yet',
      missing: 1
    }
  ],
  priorities: [
    { without: { priorities: [] }, state: 'not-yet', missing: 1 },
    {
      without: {
        priorities: Array.from({ length: 6 }, (_, index) => ({
          ...priority,
          id: index === 0 ? priority.id : `priority-${index}`
        }))
      },
      state: 'partly',
      missing: 1
    },
    { without: { measures: [], indicators: [] }, state: 'not-yet', missing: 1 }
  ],
  figures: [
    { without: { indicators: [] }, state: 'not-yet', missing: 1 },
    {
      without: { indicators: [{ ...indicator, hasFigure: false }, ...otherIndicators] },
      state: 'partly',
      missing: 1
    }
  ],
  policy: [
    { without: { aims: [{ ...aim, policyLinks: '' }] }, state: 'not-yet', missing: 1 },
    { without: { aims: [] }, state: 'cannot-tell', missing: 0 }
  ],
  links: [
    { without: { aims: [{ ...aim, links: '' }] }, state: 'not-yet', missing: 1 },
    { without: { aims: [] }, state: 'cannot-tell', missing: 0 }
  ],
  ownership: [
    { without: { latest: null }, state: 'partly', missing: 5 },
    { without: { latest: null, consultations: [] }, state: 'not-yet', missing: 8 },
    { without: { bodies: [] }, state: 'partly', missing: 1 }
  ],
  sectors: [
    { without: { vision: '' }, state: 'partly', missing: 1 },
    { without: { vision: '', latest: null }, state: 'not-yet', missing: 6 }
  ],
  'need-and-gaps': [
    { without: { indicators: [] }, state: 'partly', missing: 1 },
    { without: { indicators: [], services: [], actions: [] }, state: 'not-yet', missing: 2 },
    {
      without: { priorities: [{ ...priority, factors: [] }] },
      state: 'cannot-tell',
      missing: 0
    }
  ],
  delivery: [
    { without: { actions: [{ ...action, lead: '' }] }, state: 'partly', missing: 1 },
    { without: { papers: [] }, state: 'partly', missing: 1 },
    { without: { actions: [], indicators: [] }, state: 'not-yet', missing: 1 }
  ],
  spread: [
    { without: { helpfulTests: 0 }, state: 'partly', missing: 1 },
    { without: { helpfulTests: 0, rollOuts: [] }, state: 'not-yet', missing: 2 },
    {
      without: { rollOuts: [{ id: 'spread', title: 'Song bags', all: 0 }] },
      state: 'partly',
      missing: 1
    }
  ],
  'development-target': [
    { without: { indicators: otherIndicators }, state: 'not-yet', missing: 1 },
    {
      without: { indicators: [{ ...indicator, hasTarget: false }] },
      state: 'not-yet',
      missing: 1
    }
  ],
  'poverty-target': [{ without: { indicators: [indicator] }, state: 'not-yet', missing: 1 }],
  'two-year-olds': [{ without: { indicators: [indicator] }, state: 'not-yet', missing: 1 }],
  parents: [
    { without: { consultations: [] }, state: 'not-yet', missing: 1 },
    { without: { consultations: [{ ...round, changed: '' }] }, state: 'partly', missing: 1 }
  ]
};

describe.each(checkRules)('the rule %s', (rule) => {
  test('is met by a plan that lacks nothing', () => {
    expect(findingOf(rule, wholePlan)).toMatchObject({ state: 'met', missing: [] });
  });

  test.each(lacking[rule])(
    'proposes $state where something lacks',
    ({ without, state, missing }) => {
      const finding = findingOf(rule, { ...wholePlan, ...without });
      expect({ state: finding.state, missing: finding.missing.length }).toEqual({ state, missing });
    }
  );
});

describe('what a rule says', () => {
  test('counts what lacks', () => {
    expect(findingOf('resources', { ...wholePlan, actions: thirtyOne }).says).toBe(
      '19 of 31 open actions have a named resource.'
    );
  });

  // Small and odd states: none, one, all, a day that is still to come.
  test.each<[CheckRule, Partial<Facts>, string]>([
    ['needs', { priorities: [] }, 'The plan has no priority yet.'],
    ['services', { services: [service] }, '1 of 1 service is tied to a factor.'],
    [
      'services',
      { services: [{ ...service, factors: [] }] },
      '0 of 1 service is tied to a factor.'
    ],
    ['resources', { actions: [action] }, '1 of 1 open action has a named resource.'],
    [
      'resources',
      { actions: [{ ...action, resource: '' }] },
      '0 of 1 open action has a named resource.'
    ],
    ['smart', { actions: [] }, `1 of 1 open aim has a group, a measure, a lead and a date.`],
    ['policy', { aims: [aim] }, '1 of 1 open aim names a national policy.'],
    ['links', { aims: [{ ...aim, links: '' }] }, '0 of 1 aim is linked to another plan or aim.'],
    [
      'ownership',
      { bodies: [] },
      '3 of 3 were asked: children, parents, practitioners. No body has approved the plan.'
    ],
    ['spread', { helpfulTests: 0, rollOuts: [] }, 'No test helped; no roll-out recorded.']
  ])('%s of %o', (rule, odd, says) => {
    expect(findingOf(rule, { ...wholePlan, ...odd }).says).toBe(says);
  });

  test('says of parents that nothing changed, not that something changed no times', () => {
    const consultations = wholePlan.consultations.map((one) => ({ ...one, changed: '' }));
    expect(findingOf('parents', { ...wholePlan, consultations }).says).toMatch(
      /; nothing is said to have changed because of it\.$/
    );
  });

  test('takes no report of a day that is still to come for one of the last year', () => {
    const papers = wholePlan.papers.map((one) => ({ ...one, datedOn: '2099-01-01' }));
    expect(findingOf('reporting', { ...wholePlan, papers })).toMatchObject({
      state: 'not-yet',
      says: 'No report is recorded.'
    });
    expect(findingOf('delivery', { ...wholePlan, papers }).says).toContain(
      'no report within the last twelve months'
    );
  });

  test('counts a report of the year that was frozen here, as one that was recorded as a paper', () => {
    const frozen = (...annualReports: string[]) => ({ ...wholePlan, papers: [], annualReports });
    expect(findingOf('reporting', frozen('2025-12-01', '2026-11-09'))).toMatchObject({
      state: 'met',
      says: 'The last report is of 9 November 2026.'
    });
    expect(findingOf('delivery', frozen('2026-11-09')).says).toContain(
      'the last report is of 9 November 2026'
    );
    expect(findingOf('reporting', frozen('2025-12-01')).state).toBe('not-yet');
  });

  test('counts a year from day to day, over a leap day too', () => {
    expect(['2028-03-01', '2028-02-29', '2027-03-01'].map(yearBefore)).toEqual([
      '2027-03-01',
      '2027-02-28',
      '2026-03-01'
    ]);
  });

  test('counts an approval whose conditions are met in every line that asks for approvals', () => {
    const latest = {
      ...version,
      approvals: version.approvals.map((line) => ({
        ...line,
        state: 'approved-subject-to' as const,
        conditions: 'Money is found',
        conditionsMetOn: '2026-01-05'
      }))
    };
    expect(findingOf('vision', { ...wholePlan, latest }).state).toBe('met');
    expect(findingOf('ownership', { ...wholePlan, latest }).state).toBe('met');
  });

  test('does not count an approval whose condition is open', () => {
    const latest = {
      ...version,
      approvals: version.approvals.map((line) =>
        line.kind === 'council'
          ? { ...line, state: 'approved-subject-to' as const, conditions: 'Money is found' }
          : line
      )
    };
    expect(findingOf('sectors', { ...wholePlan, latest }).missing).toEqual([
      { text: 'No body of the council has approved the plan', path: '/plan/versions/version' }
    ]);
  });
});

describe('where something is mended', () => {
  const root = path.resolve(import.meta.dirname, '../../routes/p/[partnership]');
  /** Whether an address leads to a page: each part is a folder of that name, or one that stands for any. */
  function isThere(address: string): boolean {
    let folders = [root];
    for (const part of address.split('/').slice(1)) {
      folders = folders.flatMap((folder) =>
        fs
          .readdirSync(folder)
          .filter((name) => name === part || /^\[\w+\]$/.test(name))
          .map((name) => path.join(folder, name))
          .filter((name) => fs.statSync(name).isDirectory())
      );
    }
    return folders.some((folder) => fs.existsSync(path.join(folder, '+page.svelte')));
  }

  test('is a page of Cairn', () => {
    const paths = checkRules.flatMap((rule) =>
      lacking[rule].flatMap(({ without }) =>
        findingOf(rule, { ...wholePlan, ...without }).missing.map((one) => one.path)
      )
    );
    expect(new Set(paths).size).toBeGreaterThan(15);
    expect([...new Set(paths)].filter((one) => !isThere(one))).toEqual([]);
  });
});

describe('an answer', () => {
  test.each([
    { state: 'met', reason: '', finding: { state: 'met' }, problem: null },
    {
      state: 'met',
      reason: ' ',
      finding: { state: 'partly' },
      problem: 'overruled-without-reason'
    },
    { state: 'met', reason: 'On paper', finding: { state: 'partly' }, problem: null },
    { state: 'met', reason: '', finding: null, problem: 'by-hand-without-reason' }
  ] as const)(
    'of $state with reason “$reason” is $problem',
    ({ state, reason, finding, problem }) => {
      expect(answerProblem({ state, reason }, finding)?.kind ?? null).toBe(problem);
    }
  );

  const line = {
    id: 'vision',
    number: '1',
    title: 'Vision',
    question: '',
    rule: 'vision',
    note: '',
    finding: { state: 'met', says: '', missing: [] },
    answer: null
  } as const;
  const answer = {
    id: 'answer',
    year: 2027,
    pack: 'ten-steps',
    line: 'vision',
    state: 'not-yet',
    reason: 'Nobody knows it',
    proposed: 'partly',
    says: '',
    missing: [],
    answeredOn: '2027-01-05',
    version: 1
  } as const;

  test('stands before what the rule proposes, and is told when the records move on', () => {
    expect(countsSentence([line, { ...line, answer }, { ...line, finding: null }])).toBe(
      '1 criterion, number 1 in three parts, so 3 answers: 1 met, 1 not yet, 1 to be answered by hand.'
    );
    expect(hasMovedOn({ ...line, answer })).toBe(true);
    expect(hasMovedOn({ ...line, answer: { ...answer, proposed: 'met' } })).toBe(false);
  });
});
