import type { FigureStatus } from './types.ts';

/** What the fields are called, in the forms and where two versions are compared. */
export const indicatorLabels = {
  title: 'Name',
  definition: 'Definition',
  unit: 'Counted in',
  numerator: 'Numerator',
  denominator: 'Denominator',
  betterWhen: 'Which way is better',
  frequency: 'How often',
  source: 'Source',
  why: 'Why we collect it',
  outcomes: 'Outcomes it bears on',
  factors: 'Factors it bears on',
  tieReason: 'Why it bears on them',
  ownerRole: 'Looked after by',
  baseline: 'Baseline',
  baselinePeriod: 'Period of the baseline',
  target: 'Target',
  targetBy: 'Target to be reached by',
  nextDue: 'Next value due on',
  decimals: 'Decimal places',
  groups: 'Groups',
  betterOffGroup: 'Better-off group of the gap',
  poorerGroup: 'Poorer group of the gap'
} as const;

export const choiceLabels = {
  note: 'Note',
  ownerRole: 'Looked after by',
  target: 'Target',
  targetBy: 'Target to be reached by',
  nextDue: 'Next figures due on'
} as const;

export const valueLabels = {
  period: 'Period',
  area: 'Area',
  breakdown: 'Group',
  numerator: 'Numerator',
  denominator: 'Denominator',
  value: 'Value',
  status: 'Status',
  note: 'Note'
} as const;

/** A status in a word or two, for tables and choices. */
export const statusLabels: Readonly<Record<FigureStatus, string>> = {
  published: 'Published',
  final: 'Final',
  provisional: 'Provisional',
  suppressed: 'Hidden',
  'not-available': 'Not available',
  'not-published': 'Not published',
  'not-collected': 'Not collected'
};

/** How figures came to be here, before "7 months ago". */
export const updatedVerbs = {
  copying: 'Copied from its source',
  loading: 'Loaded into Cairn',
  saving: 'Updated'
} as const;

/** Stands for the whole place in a choice of areas, where nothing chosen means every area. */
export const wholePlaceChoice = 'whole';
