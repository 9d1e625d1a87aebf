import type { Brand } from '#core/brand';
import type { ChartType, WhyMissing } from '#modules/charts';

/** The nouns of improvement work: projects, change ideas, tests of change, measures. Dates are `YYYY-MM-DD`. */

export type ProjectId = Brand<string, 'ProjectId'>;
export type ChangeIdeaId = Brand<string, 'ChangeIdeaId'>;
export type TestId = Brand<string, 'TestId'>;
export type MeasureId = Brand<string, 'MeasureId'>;

export const projectStatuses = [
  'planned',
  'testing',
  'implementing',
  'spreading',
  'finished',
  'paused'
] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** How large a test is: with one, five or twenty-five of whatever is counted, or with everyone. */
export const rampSteps = ['1', '5', '25', 'all'] as const;
export type RampStep = (typeof rampSteps)[number];

export const testStatuses = ['planned', 'done', 'studied', 'acted'] as const;
export type TestStatus = (typeof testStatuses)[number];

export const carriedOutAnswers = ['as-planned', 'with-changes', 'not-carried-out'] as const;
export type CarriedOut = (typeof carriedOutAnswers)[number];

export const improvementAnswers = ['yes', 'no', 'cannot-tell'] as const;
export type WasImprovement = (typeof improvementAnswers)[number];

export const decisions = ['adopt', 'adapt', 'abandon', 'undecided'] as const;
export type Decision = (typeof decisions)[number];

export type Prediction = {
  readonly id: string;
  /** 1 for the first. */
  readonly position: number;
  readonly question: string;
  readonly prediction: string;
  /** What was predicted before the result was known, when it was reworded afterwards. */
  readonly firstPrediction: string | null;
  readonly writtenAt: Date;
  readonly result: string | null;
};

/** One PDSA cycle: plan, do, study, act. */
export type Test = {
  readonly id: TestId;
  readonly projectId: ProjectId;
  readonly changeIdeaId: ChangeIdeaId;
  /** Counts the tests of the project from 1. */
  readonly number: number;
  readonly followsId: TestId | null;
  readonly status: TestStatus;
  readonly rampStep: RampStep;
  readonly sizeWords: string;
  readonly objective: string;
  readonly changeTried: string;
  /** Roles, not names. */
  readonly who: string;
  readonly place: string;
  readonly plannedFor: string;
  readonly tasks: string;
  readonly dataPlan: string;
  /** Under which conditions, one a line: a wet day, a new colleague, the afternoon group. */
  readonly conditions: string;
  /** Where it carries on an earlier test: what is kept from it, and what is different this time. */
  readonly staysSame: string;
  readonly changesNow: string;
  readonly predictions: readonly Prediction[];
  readonly carriedOut: CarriedOut | null;
  readonly observations: string;
  readonly problems: string;
  readonly doneOn: string | null;
  readonly wasImprovement: WasImprovement | null;
  readonly surprises: string;
  readonly learnt: string;
  readonly studiedOn: string | null;
  readonly decision: Decision | null;
  readonly nextStep: string;
  /** What colleagues at home were told of it: whom, when and what. */
  readonly toldAtHome: string;
  /** How sure the team is that the change is worth keeping: 1 a hunch, 5 certain. */
  readonly degreeOfBelief: number | null;
  readonly decidedOn: string | null;
  readonly version: number;
};

export const measureKinds = ['outcome', 'process', 'balancing'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/**
 * What one entry of a measure holds: a number as it is; a count; a share (so many of so many); a rate (so many for so
 * much opportunity).
 */
export const valueForms = ['value', 'count', 'share', 'rate'] as const;
export type ValueForm = (typeof valueForms)[number];

export const frequencies = [
  'daily',
  'weekly',
  'fortnightly',
  'monthly',
  'termly',
  'quarterly',
  'yearly',
  'irregular'
] as const;
export type Frequency = (typeof frequencies)[number];

/** The charts a measure can be shown as. */
export const measureChartTypes = [
  'run',
  'i',
  'p',
  'pp',
  'c',
  'u',
  'up',
  't',
  'g'
] as const satisfies readonly ChartType[];
export type MeasureChartType = (typeof measureChartTypes)[number];

export const valueStatuses = ['final', 'provisional', 'left-out'] as const;
export type ValueStatus = (typeof valueStatuses)[number];

/** What was measured, without its date: a value, a numerator with its denominator, or why there is none. */
export type Figure =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'missing'; readonly why: WhyMissing };

export type MeasureValue = {
  readonly id: string;
  readonly measureId: MeasureId;
  readonly measuredOn: string;
  readonly figure: Figure;
  readonly note: string;
  readonly status: ValueStatus;
  readonly addedAt: Date;
  readonly addedBy: string | null;
  readonly version: number;
};

export type MeasureAnnotation = {
  readonly id: string;
  readonly measureId: MeasureId;
  readonly markedOn: string;
  readonly label: string;
  readonly kind: 'note' | 'change';
};

/** From `startsOn` the centre line is calculated anew, because a person knows why the process changed. */
export type MeasurePhase = {
  readonly id: string;
  readonly measureId: MeasureId;
  readonly startsOn: string;
  readonly reason: string;
};

/** A row ready to be saved. */
export type NewValue = {
  readonly measuredOn: string;
  readonly figure: Figure;
  readonly note: string;
  readonly status: ValueStatus;
};

/** A line of the list of all tests. */
export type TestLine = Pick<
  Test,
  | 'id'
  | 'projectId'
  | 'changeIdeaId'
  | 'number'
  | 'status'
  | 'rampStep'
  | 'changeTried'
  | 'plannedFor'
  | 'doneOn'
  | 'wasImprovement'
  | 'decision'
  | 'learnt'
> & { readonly projectTitle: string; readonly idea: string; readonly setting: string };
