import { dayAfter } from '#core/written-dates';
import { nextRampStep } from '../rules.ts';
import type { RampStep, Test } from '../types.ts';

/** What the plan of a test begins with, before anybody has typed. */
export type DraftPlan = Pick<
  Test,
  | 'changeTried'
  | 'objective'
  | 'rampStep'
  | 'sizeWords'
  | 'who'
  | 'place'
  | 'plannedFor'
  | 'tasks'
  | 'dataPlan'
  | 'conditions'
  | 'staysSame'
  | 'changesNow'
> & { readonly predictions: readonly { readonly question: string; readonly prediction: string }[] };

/** An empty plan for a day. */
export function emptyPlan(plannedFor: string, rampStep: RampStep = '1'): DraftPlan {
  return {
    changeTried: '',
    objective: '',
    rampStep,
    sizeWords: '',
    who: '',
    place: '',
    plannedFor,
    tasks: '',
    dataPlan: '',
    conditions: '',
    staysSame: '',
    changesNow: '',
    predictions: []
  };
}

/**
 * What the next test carries over from the one before: what comes next as that one ended, its questions (the predictions
 * are made anew), who, where and what is noted down, on the next step of the ramp. A week later, but not before `today`.
 * Conditions are left open, for they should vary.
 */
export function planAfter(test: Test, today: string): DraftPlan {
  const weekLater = dayAfter(test.doneOn ?? test.plannedFor, 7);
  return {
    ...emptyPlan(weekLater < today ? today : weekLater, nextRampStep(test) ?? test.rampStep),
    changeTried:
      test.decision === 'adapt' && test.nextStep !== '' ? test.nextStep : test.changeTried,
    objective: test.decision === 'adopt' && test.nextStep !== '' ? test.nextStep : test.objective,
    who: test.who,
    place: test.place,
    tasks: test.tasks,
    dataPlan: test.dataPlan,
    staysSame: test.decision === 'adapt' ? test.changeTried : '',
    changesNow: test.decision === 'adapt' ? test.nextStep : '',
    predictions: test.predictions.map(({ question }) => ({ question, prediction: '' }))
  };
}
