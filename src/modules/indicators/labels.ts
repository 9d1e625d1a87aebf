import type { BetterWhen, FigureStatus, Frequency, OwnStatus, PeriodKind, Unit } from './types.ts';

/** What fields and values are called, and what is said beside a field that is wrong. */

/** The sentences beside this module's fields. */
export const fieldSentences = {
  title: 'Enter a name for what is counted',
  tooLong: 'This is too long: shorten it',
  unit: 'Choose what it is counted in',
  better: 'Choose which way is better',
  frequency: 'Choose how often it is counted',
  decimals: 'Choose how many decimal places to show',
  number: 'Enter a number, like 72.5, or leave it empty',
  groups: 'Give each group of children a name of its own, in letters',
  gapGroups: 'Choose two different groups from your list, or leave both empty',
  target: 'A percentage lies between 0 and 100',
  someValues: 'There is no value to save'
} as const;

/** The sentences beside the fields of a group of areas to compare with. */
export const groupSentences = {
  name: 'Enter a name for the group',
  tooFew: 'Choose at least five areas: fewer make no comparator'
} as const;

export const unitNames: Readonly<Record<Unit, string>> = {
  percent: 'Percentage',
  'per-1000': 'Rate per 1,000',
  'per-10000': 'Rate per 10,000',
  'per-100000': 'Rate per 100,000',
  'per-1000-births': 'Rate per 1,000 births',
  score: 'Score',
  count: 'Number'
};

export const frequencyNames: Readonly<Record<Frequency, string>> = {
  'academic-year': 'Every school year',
  'financial-year': 'Every financial year (April to March)',
  'calendar-year': 'Every calendar year',
  'financial-quarter': 'Every quarter of the financial year',
  month: 'Every month',
  day: 'On single days'
};

/** How a period of each kind is written. */
export const periodExamples: Readonly<Record<PeriodKind, string>> = {
  'academic-year': '2023/24',
  'financial-year': '2023/24',
  'calendar-year': '2024',
  'financial-quarter': '2024/25 Q3',
  'several-years': '2017-19',
  month: 'March 2024 or 2024-03',
  day: '15 March 2024 or 2024-03-15'
};

export const publishedFrequencyNames = {
  yearly: 'Yearly',
  quarterly: 'Quarterly',
  once: 'Once'
} as const;

export const betterNames: Readonly<Record<BetterWhen, string>> = {
  high: 'Higher is better',
  low: 'Lower is better',
  none: 'Neither way is better'
};

/** Why a figure is there or not, as people read it. */
export const statusNames: Readonly<Record<FigureStatus, string>> = {
  published: 'Published',
  final: 'Final',
  provisional: 'Provisional: it may be revised',
  suppressed: 'Hidden: too few children',
  'not-available': 'Not available',
  'not-published': 'Not published',
  'not-collected': 'Not collected',
  revised: 'Revised since it was first given',
  low: 'Low: it rounds to zero',
  'not-applicable': 'Not applicable'
};

/** Stands after a figure, or its period, that may still be revised or was. */
export function qualityWords(status: FigureStatus): string {
  return status === 'provisional' || status === 'revised' ? ` (${status})` : '';
}

/** Whether there is a figure of which more is to be said than its number: it may still be revised, or was. */
export function isQualified(status: FigureStatus): boolean {
  return qualityWords(status) !== '';
}

export const ownStatusHints: Readonly<Record<OwnStatus, string>> = {
  final: 'The figure will not change',
  revised: 'The figure was changed after it was first given',
  provisional: 'The figure may still be revised',
  suppressed: 'There is a figure, but it rests on too few children to write down',
  low: 'It rounds to zero, and is no exact zero',
  'not-collected': 'Nothing was counted in this period',
  'not-available': 'There may be a figure, and we do not have it',
  'not-applicable': 'There can be no figure of this'
};

/** A status in a word or two, for tables and choices. */
export const statusLabels: Readonly<Record<FigureStatus, string>> = {
  ...statusNames,
  provisional: 'Provisional',
  revised: 'Revised',
  suppressed: 'Hidden',
  low: 'Low'
};

/** How figures came to be here, before "7 months ago". */
export const updatedVerbs = {
  copying: 'Copied from its source',
  loading: 'Loaded into Cairn',
  saving: 'Updated'
} as const;
