import type { RecordOf } from '#modules/records';
import type { ActionKindId } from '#modules/vocabulary';
import type { chosenFactorKind } from './kinds.ts';

/** A question of the decision tree, answered, with why. */
export type DecisionStep = {
  readonly question: string;
  readonly answer: string;
  readonly reason: string;
};

/** The kind of action chosen for a factor, with the way that led to it. */
export type Decision = {
  readonly path: readonly DecisionStep[];
  /** The end of the tree that the path leads to. */
  readonly result: string;
  readonly actionKind: ActionKindId;
  readonly reason: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
};

/** A factor the partnership chose to change, and for which outcomes. */
export type Priority = RecordOf<typeof chosenFactorKind> & {
  /** The decision that holds now, and those before it, newest first. */
  readonly decision: Decision | null;
  readonly earlierDecisions: readonly Decision[];
};

/** How far a choice is from one or two outcomes and three to five factors. */
export type Sprawl = {
  readonly outcomes: 'none' | 'fits' | 'many';
  readonly factors: 'none' | 'few' | 'fits' | 'many';
};

/** How many factors have each kind of action; those without a decision under `null`. */
export type Balance = readonly {
  readonly actionKind: ActionKindId | null;
  readonly factors: number;
}[];
