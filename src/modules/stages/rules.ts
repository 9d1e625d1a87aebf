import type { StageConfidence } from './types.ts';

/** How the statements of one stage stand: how many at each confidence, and how many nobody agreed on yet. */
export type Confidence = {
  readonly high: number;
  readonly moderate: number;
  readonly low: number;
  readonly open: number;
};

/**
 * How sure the partnership is of a stage. Units: statements. A level that is none of the three counts as open.
 *
 * @example
 * confidenceOf(['low', 'high', null]) // { high: 1, moderate: 0, low: 1, open: 1 }
 */
export function confidenceOf(agreed: readonly (string | null)[]): Confidence {
  const count = (level: StageConfidence) => agreed.filter((one) => one === level).length;
  const [high, moderate, low] = [count('high'), count('moderate'), count('low')];
  return { high, moderate, low, open: agreed.length - high - moderate - low };
}

type StageHere = {
  readonly id: string;
  readonly order: number;
  readonly neededBefore: number | null;
  readonly confidence: Confidence;
};

/** That some statements of a stage are low, and before which stage more work is advised. */
export type Advice = {
  readonly stage: string;
  readonly order: number;
  readonly low: number;
  readonly before: number | null;
};

/**
 * What the stock-takes advise: for each stage with low answers, more work before the decisions of the stage that rests on it. Moderate
 * and high answers ask for nothing now. It is advice: nothing is locked.
 *
 * Source: the Early Learning Communities Toolkit (2019), sections 1.5 to 6.6, for what the three answers mean; before which stage is ours,
 * from what each stage needs before it begins.
 *
 * @example
 * adviceOf([{ order: 1, neededBefore: 3, confidence: { low: 2, … } }]) // [{ order: 1, low: 2, before: 3 }]
 */
export function adviceOf(stages: readonly StageHere[]): readonly Advice[] {
  return stages.flatMap(({ id, order, neededBefore, confidence: { low } }) =>
    low === 0 ? [] : [{ stage: id, order, low, before: neededBefore }]
  );
}
