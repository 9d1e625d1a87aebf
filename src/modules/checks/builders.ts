import type { ApprovalLine } from '#modules/bodies';
import type { FactorId } from '#modules/vocabulary';
import type { Facts } from './types.ts';

const talking = 'play-and-verbal-exchanges' as FactorId; // a factor of the spine

/** A made-up plan in which nothing that any rule looks for is missing. It is 2 March 2027. */
export const wholePlan: Facts = {
  today: '2027-03-02',
  vision: 'Every child here is talked with, played with and listened to.',
  bodies: (['council', 'health-board', 'school', 'nursery', 'voluntary'] as const).map((kind) => ({
    id: kind,
    name: `The ${kind}`,
    kind,
    mustApprove: true
  })),
  latest: {
    id: 'version',
    number: 1,
    approvals: (['council', 'health-board', 'school', 'nursery', 'voluntary'] as const).map(
      (kind): ApprovalLine => ({
        id: `said-by-${kind}`,
        bodyId: kind,
        body: `The ${kind}`,
        kind,
        asked: 'approve',
        state: 'approved',
        statedOn: '2027-02-01',
        reference: '',
        conditions: '',
        conditionsMetOn: null
      })
    )
  },
  priorities: [
    {
      id: 'talk',
      number: 1,
      title: 'Talk and play',
      groupId: 'board',
      factors: [talking],
      outcomes: []
    }
  ],
  aims: [
    {
      id: 'bedtime',
      planPriorityId: 'talk',
      title: 'A story at bedtime',
      detail: '',
      dueOn: '2027-12-31',
      lead: 'Head of health visiting',
      leadGroupId: null,
      status: 'under-way',
      targetGroup: 'Families of two-year-olds',
      offer: null,
      evaluation: 'A weekly count',
      measureIds: [],
      indicatorIds: [],
      factors: [],
      policyLinks: 'The national strategy',
      links: 'The library plan',
      linkedAims: []
    }
  ],
  actions: [
    {
      id: 'bags',
      aimId: 'bedtime',
      title: 'Lend song bags',
      lead: 'Librarian',
      dueOn: '2027-06-30',
      resource: '200 bags, paid',
      status: 'under-way',
      factors: []
    }
  ],
  measures: [{ planPriorityId: 'talk', title: 'Bags lent' }],
  indicators: [
    'Good level of development',
    'Good level of development, children with free school meals',
    'Early learning for two-year-olds'
  ].map((title, index) => ({
    id: `indicator-${index}`,
    title,
    factors: ['play-and-verbal-exchanges'],
    outcomes: [],
    hasFigure: true,
    hasComparison: true,
    hasGap: true,
    hasBaseline: true,
    hasTarget: true,
    hasOwner: true,
    nextDue: '2027-11-30'
  })),
  services: [{ id: 'bus', name: 'Story bus', factors: ['play-and-verbal-exchanges'] }],
  groups: [
    {
      id: 'board',
      name: 'Board',
      purpose: 'It decides',
      leadOfficial: 'Director',
      seniorSponsor: '',
      reportsTo: []
    }
  ],
  confirmedDecisions: 1,
  consultations: [
    {
      id: 'asking',
      title: 'Where the bus stops',
      way: 'asked',
      people: ['children', 'parents', 'practitioners', 'trade-unions'],
      heldOn: '2026-10-01',
      toldFirst: 'What the figures say',
      changed: 'It stops at the park'
    }
  ],
  papers: [
    {
      id: 'report',
      title: 'Report of the year',
      kind: 'report',
      status: 'final',
      datedOn: '2026-06-01'
    }
  ],
  annualReports: [],
  helpfulTests: 1,
  rollOuts: [{ id: 'spread', title: 'Song bags everywhere', all: 14 }]
};
