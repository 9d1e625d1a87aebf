import { dateOf } from '#core/dates';
import { dayAfter, daysBetween } from '#core/written-dates';
import type { Measure } from './measures/kinds.ts';
import {
  measureKinds,
  rampSteps,
  type Decision,
  type Frequency,
  type MeasureKind,
  type Prediction,
  type RampStep,
  type Test,
  type WasImprovement
} from './types.ts';

/** The step of a test that has to be recorded next. `next-test` when it is complete and calls for another. */
export type NextStep = 'do' | 'study' | 'act' | 'next-test' | 'nothing';

export function nextStepOf(test: Pick<Test, 'status' | 'decision' | 'rampStep'>): NextStep {
  if (test.status === 'planned') return 'do';
  if (test.status === 'done') return 'study';
  if (test.status === 'studied') return 'act';
  return nextRampStep(test) === null ? 'nothing' : 'next-test';
}

/**
 * How large the next test should be: one step up when the change is kept, the same step when it is altered or nobody
 * can tell yet, and none when it is given up or already with everyone.
 */
export function nextRampStep(test: Pick<Test, 'decision' | 'rampStep'>): RampStep | null {
  if (test.decision === null || test.decision === 'abandon') return null;
  if (test.decision !== 'adopt') return test.rampStep;
  return rampSteps[rampSteps.indexOf(test.rampStep) + 1] ?? null;
}

/** Whether a test has happened: it is more than planned, and nobody recorded that it did not take place. It may still wait to be studied. */
export function hasHappened(test: Pick<Test, 'status' | 'carriedOut'>): boolean {
  return test.status !== 'planned' && test.carriedOut !== 'not-carried-out';
}

/** The tests of a project on the steps of its ramp, smallest step first, each step in the order of the tests. */
export function onRamp<One extends Pick<Test, 'rampStep' | 'number'>>(
  tests: readonly One[]
): { readonly step: RampStep; readonly tests: readonly One[] }[] {
  return rampSteps.map((step) => ({
    step,
    tests: tests
      .filter((test) => test.rampStep === step)
      .sort((one, other) => one.number - other.number)
  }));
}

/** How the tests that have happened came out. All four are learning: none is a success or a failure. */
export type Collation = {
  readonly helped: number;
  readonly didNotHelp: number;
  readonly cannotTell: number;
  /** Tried, and nobody has said yet how it came out. */
  readonly notSaid: number;
  /** The four above: the tests that have happened. */
  readonly all: number;
  /** Planned, or planned and not carried out. They stand apart: nothing was tried. */
  readonly notTried: number;
};

/** Counts tests as the database does for whole partnerships (`collationColumns`). */
export function collate(
  tests: readonly Pick<Test, 'status' | 'carriedOut' | 'wasImprovement'>[]
): Collation {
  const happened = tests.filter(hasHappened);
  const count = (answer: WasImprovement | null) =>
    happened.filter((test) => test.wasImprovement === answer).length;
  return {
    helped: count('yes'),
    didNotHelp: count('no'),
    cannotTell: count('cannot-tell'),
    notSaid: count(null),
    all: happened.length,
    notTried: tests.length - happened.length
  };
}

/** Whether a prediction was first written down after the day of the test: then it is a recollection, and is shown as one. */
export function isHindsight(
  prediction: Pick<Prediction, 'writtenAt'>,
  doneOn: string | null
): boolean {
  return doneOn !== null && dateOf(prediction.writtenAt) > doneOn;
}

/** The longest time, in days, that may pass between two values before the next is owed; `null` when there is no rhythm. */
const daysAllowed: { readonly [frequency in Frequency]: number | null } = {
  daily: 4, // a long weekend
  weekly: 8,
  fortnightly: 16,
  monthly: 35,
  termly: 130,
  quarterly: 100,
  yearly: 380,
  irregular: null
};

/**
 * The date from which the next value of a measure is owed, or null when nothing is owed at any time.
 * Counts from the last value, or from the day the measure was set up.
 */
export function nextValueDue(
  measure: Pick<Measure, 'frequency' | 'createdAt'>,
  lastOn: string | null
): string | null {
  const days = daysAllowed[measure.frequency];
  return days === null ? null : dayAfter(lastOn ?? dateOf(measure.createdAt), days);
}

/** Whether a measure has gone longer without a value than its frequency allows. */
export function isValueOwed(
  measure: Pick<Measure, 'frequency' | 'createdAt'>,
  lastOn: string | null,
  today: string
): boolean {
  const due = nextValueDue(measure, lastOn);
  return due !== null && due < today;
}

/** Whether a planned test lies in the past and nobody has said what happened. */
export function isTestOwed(test: Pick<Test, 'status' | 'plannedFor'>, today: string): boolean {
  return test.status === 'planned' && daysBetween(test.plannedFor, today) > 0;
}

/** The measure that speaks for a project: outcome before process before balancing, then the one with most values. */
export function leadMeasure<
  One extends { readonly kind: Measure['kind']; readonly valueCount: number }
>(measures: readonly One[]): One | null {
  const order: readonly Measure['kind'][] = ['outcome', 'process', 'balancing'];
  const [best] = [...measures]
    .filter(({ valueCount }) => valueCount > 0)
    .sort(
      (one, other) =>
        order.indexOf(one.kind) - order.indexOf(other.kind) || other.valueCount - one.valueCount
    );
  return best ?? null;
}

/** Whether a decision needs words about what comes next: whoever changes an idea says how. */
export function needsNextStep(decision: Decision): boolean {
  return decision === 'adapt';
}

/** The kinds of measure that a family lacks. It needs one of each: what matters, what is done, and what may get worse meanwhile. */
export function missingKinds(measures: readonly Pick<Measure, 'kind'>[]): MeasureKind[] {
  return measureKinds.filter((kind) => !measures.some((measure) => measure.kind === kind));
}

/** A family in its order: outcome, process, balancing; within a kind as given. */
export function familyOrder<One extends { readonly measure: Pick<Measure, 'kind'> }>(
  measures: readonly One[]
): One[] {
  return measureKinds.flatMap((kind) => measures.filter(({ measure }) => measure.kind === kind));
}
