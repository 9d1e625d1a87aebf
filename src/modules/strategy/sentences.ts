import type { Completeness, RecordKind, StrategyProblem, VersionStatus } from './types.ts';

export const fieldSentences = {
  tooLong: 'This is too long: shorten it to 20,000 characters',
  title: 'Enter a title for the strategy',
  shortTooLong: 'This is too long: shorten it to 200 characters',
  noteTooLong: 'This is too long: shorten it to 2,000 characters',
  approvedBy: 'Say which group or body approved it',
  approvedOn: 'Enter the date on which it was approved, like 31 3 2026',
  section: 'Choose a section from the list'
} as const;

export const statusNames: Readonly<Record<VersionStatus, string>> = {
  draft: 'Not approved yet',
  approved: 'Approved',
  published: 'Published'
};

/** The labels of the fields in which people write. */
export const fieldLabels = {
  text: 'Your text',
  title: 'Title',
  note: 'Note',
  approvedBy: 'Approved by'
} as const;

export function explainStrategyProblem(
  problem: StrategyProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'nothing-written':
      return 'Write at least one section before you make a version.';
    case 'approved-already':
      return 'This version was approved already. Make a new version to change anything.';
    case 'approval-incomplete':
      return { field: problem.lacks, sentence: fieldSentences[problem.lacks] };
    case 'approved-ahead':
      return { field: 'approvedOn', sentence: 'This date lies ahead: check it' };
    case 'not-approved':
      return 'A version must be approved by a group or body before it is published. Record the approval first.';
    case 'not-published':
      return 'Nothing is published at the moment.';
  }
}

/** How far the strategy is written, in a sentence. */
export function completenessSentence({ all, withText }: Completeness): string {
  if (withText === all) return `All ${all} sections have text.`;
  return `${withText} of ${all} sections have text.`;
}

/** "1 service", "3 services". */
export function counted(count: number, noun: string): string {
  return `${numbers.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

const numbers = new Intl.NumberFormat('en-GB');

export const listTitles: Readonly<Record<RecordKind, string>> = {
  priorities: 'What was chosen',
  decisions: 'Kind of action for each factor',
  evidence: 'What the evidence says',
  indicators: 'Indicators of local need',
  services: 'Services',
  stakeholders: 'Stakeholders',
  boundaries: 'Boundaries',
  groups: 'Groups',
  governance: 'How the partnership is governed',
  aims: 'Aims of the plan',
  actions: 'Actions of the plan',
  measures: 'Measures of the tests of change',
  tests: 'Tests of change',
  vision: 'Our vision'
};

/** What the records lack, each in a sentence that the page makes a link. */
export const gapSentences = {
  noVision: 'No vision is written yet. Write it in the settings.',
  noPriority: 'Nothing has been chosen yet. Choose outcomes and factors.',
  noOutcome: 'No outcome has been chosen yet.',
  noFactor: 'No factor has been chosen yet.',
  undecided: (title: string) => `No kind of action is decided for “${title}”.`,
  evidence: (matters: string | null, works: string | null) =>
    `How much it matters: ${matters ?? 'unknown'}. Whether it can be changed: ${works ?? 'unknown'}.`,
  evidenceUnknown: (title: string) =>
    `The evidence for “${title}” is unknown. Give your own rating.`,
  noIndicator: 'No indicator is followed yet. Choose some of local need.',
  noIndicatorOfChoice: 'None of the followed indicators is tied to what was chosen.',
  noFigure: 'No figure yet',
  withoutFigure: (count: number) => `${counted(count, 'indicator')} without a figure.`,
  noService: 'No service is listed yet. List or import them.',
  withoutService: (count: number) =>
    `${count === 1 ? '1 chosen factor has' : `${count} chosen factors have`} no service.`,
  noGroup: 'No group is recorded yet. Say who decides and who does the work.',
  noFamilies: 'No group has a seat for parents or families.',
  noAim: 'The plan has no aim yet.',
  aimsWithoutDate: (count: number) => `${counted(count, 'aim')} without a date.`,
  noAction: 'The plan has no action yet.',
  openActions: (count: number) =>
    count === 0
      ? undefined
      : `${counted(count, 'action')} ${count === 1 ? 'is' : 'are'} open. Those with a date:`,
  whoLeads: 'Who leads the open actions:',
  withoutDate: (count: number) => `${counted(count, 'open action')} without a date.`,
  withoutLead: (count: number) => `${counted(count, 'open action')} without a lead.`,
  withoutResource: (count: number) => `${counted(count, 'open action')} without a named resource.`,
  noMeasure: 'No measure has values yet.',
  noTest: 'No improvement project has begun.',
  noTestYet: 'No test yet'
} as const;
