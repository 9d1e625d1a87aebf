import type { Improvement, WhyMissing } from '#modules/charts';
import type { ColumnName } from './measures/parse-values.ts';
import type { NextStep } from './rules.ts';
import type {
  CarriedOut,
  Decision,
  Frequency,
  MeasureKind,
  ProjectStatus,
  RampStep,
  TestStatus,
  ValueForm,
  ValueStatus,
  WasImprovement
} from './types.ts';

/** What people read for each choice. */

type Words<Key extends string> = { readonly [key in Key]: string };

export const projectStatusNames: Words<ProjectStatus> = {
  planned: 'Being planned',
  testing: 'Testing changes',
  implementing: 'Making it the usual way',
  spreading: 'Spreading to other settings',
  finished: 'Finished',
  paused: 'Paused'
};

export const rampStepNames: Words<RampStep> = {
  '1': 'One',
  '5': 'Five',
  '25': 'Twenty-five',
  all: 'Everyone'
};

export const rampStepHints: Words<RampStep> = {
  '1': 'One child, one family, one session: an hour is enough',
  '5': 'A handful, on different days',
  '25': 'A whole group, under varied conditions',
  all: 'Everyone, as the usual way of working'
};

export const testStatusNames: Words<TestStatus> = {
  planned: 'Planned',
  done: 'Done, not yet studied',
  studied: 'Studied, not yet decided',
  acted: 'Complete'
};

export const carriedOutNames: Words<CarriedOut> = {
  'as-planned': 'Yes, as planned',
  'with-changes': 'Yes, with changes',
  'not-carried-out': 'No, it did not take place'
};

export const improvementNames: Words<WasImprovement> = {
  yes: 'It helped',
  no: 'It did not help',
  'cannot-tell': 'Cannot tell yet'
};

export const decisionNames: Words<Decision> = {
  adopt: 'Adopt: keep it, and try it with more',
  adapt: 'Adapt: change it, and try again',
  abandon: 'Abandon: leave it, and try something else',
  undecided: 'Not decided yet'
};

export const decisionShortNames: Words<Decision> = {
  adopt: 'Adopt',
  adapt: 'Adapt',
  abandon: 'Abandon',
  undecided: 'Not decided'
};

export const beliefNames: readonly string[] = [
  'A hunch',
  'Somewhat sure',
  'Fairly sure',
  'Very sure',
  'Certain, under all conditions'
];

export const nextStepNames: Words<NextStep> = {
  do: 'Say what happened',
  study: 'Say what it shows',
  act: 'Decide what comes next',
  'next-test': 'Plan the next test',
  nothing: 'Complete'
};

export const measureKindNames: Words<MeasureKind> = {
  outcome: 'Outcome',
  process: 'Process',
  balancing: 'Balancing'
};

export const measureKindHints: Words<MeasureKind> = {
  outcome: 'What matters to children and families',
  process: 'Whether the change is being done',
  balancing: 'Whether something else gets worse meanwhile'
};

export const valueFormNames: Words<ValueForm> = {
  value: 'A number as it is',
  count: 'A count',
  share: 'So many of so many',
  rate: 'So many for so much opportunity'
};

export const valueFormHints: Words<ValueForm> = {
  value: 'Such as minutes, a score, an average',
  count: 'Such as families who came',
  share: 'Shown as a percentage, such as children read to at home of all children asked',
  rate: 'Such as injuries per 1,000 hours'
};

export const directionNames: Words<Improvement> = {
  increase: 'More is better',
  decrease: 'Less is better',
  neutral: 'Neither is better'
};

export const frequencyNames: Words<Frequency> = {
  daily: 'Every day',
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
  termly: 'Every term',
  quarterly: 'Every quarter',
  yearly: 'Every year',
  irregular: 'Now and then'
};

export const valueStatusNames: Words<ValueStatus> = {
  final: 'Final',
  provisional: 'Provisional, may still change',
  'left-out': 'Shown but not counted'
};

export const columnNames: Words<ColumnName> = {
  date: 'Date',
  value: 'Value',
  numerator: 'Numerator',
  denominator: 'Denominator',
  note: 'Note'
};

export const missingNames = {
  suppressed: 'Suppressed',
  low: 'Low',
  'not-collected': 'Not collected',
  'not-available': 'Not available',
  'not-applicable': 'Not applicable'
} as const satisfies Words<WhyMissing>;

/** What a form says beside the field for what was told at home. */
export const toldHint = 'Whom, when and what, whether it helped or not. Roles, not names';

/** The labels of the fields that hold free text, for forms, comparisons and warnings. */
export const fieldNames = {
  title: 'Title',
  source: 'Source',
  why: 'Why they are the same',
  objective: 'Objective',
  changeTried: 'What we will try',
  sizeWords: 'With how many, in words',
  who: 'Who will do it (roles)',
  place: 'Where',
  plannedFor: 'When',
  tasks: 'What must be ready',
  dataPlan: 'What we will note down',
  conditions: 'Under which conditions',
  staysSame: 'What stays as it was',
  changesNow: 'What is different this time',
  observations: 'What happened',
  problems: 'What got in the way',
  doneOn: 'When it was done',
  surprises: 'What was surprising',
  learnt: 'What we learnt',
  nextStep: 'What comes next',
  toldAtHome: 'What colleagues at home were told',
  operationalDefinition: 'Exactly what is counted',
  numeratorWords: 'Numerator',
  denominatorWords: 'Denominator',
  exclusions: 'Who or what is left out',
  unit: 'Unit',
  collectorRole: 'Who collects it (a role)',
  sample: 'Sample',
  chartReason: 'Why this chart',
  frozenReason: 'Why the baseline ends there',
  note: 'Note',
  label: 'What happened then',
  reason: 'Reason'
} as const;

/** The label of a field, also of the numbered ones: `results.0.result` is "Result 1". */
export function fieldName(field: string): string {
  const numbered = /^(?:predictions|results)\.(\d+)\.(question|prediction|result)$/.exec(field);
  if (numbered) {
    const kind = numbered[2] ?? '';
    return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${Number(numbered[1]) + 1}`;
  }
  return Object.hasOwn(fieldNames, field) ? fieldNames[field as keyof typeof fieldNames] : field; // seen to be a key
}
