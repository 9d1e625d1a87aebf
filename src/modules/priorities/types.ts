import type { RecordOf } from '#modules/records';
import type { ActionKindId, FactorId, OutcomeId, TreeAnswer } from '#modules/vocabulary';
import type { chosenFactorKind } from './kinds.ts';

/** A question of the decision tree, answered, with why. */
export type DecisionStep = TreeAnswer & { readonly reason: string };

/** A kind of action that was kept for a factor, and why. */
export type KindKept = { readonly actionKind: ActionKindId; readonly reason: string };

/** The kinds of action kept for a factor, with the way that led to them. */
export type Decision = {
  readonly path: readonly DecisionStep[];
  /** The end of the tree that the path leads to. */
  readonly result: string;
  readonly kinds: readonly KindKept[];
  readonly decidedAt: Date;
  readonly decidedBy: string;
};

/** How far somebody has come through the tree. Steps after those that stand were gone back from, and are offered again. */
export type Walk = {
  readonly steps: readonly DecisionStep[];
  /** How many of the steps stand. */
  readonly answered: number;
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

/** How many factors call for each kind of action; those without a decision under `null`. A factor may stand under several. */
export type Balance = readonly {
  readonly actionKind: ActionKindId | null;
  readonly factors: number;
}[];

/** How a chosen factor acts on the outcome. */
/** Where a factor on the long list stands; one that is confirmed is a priority, and leaves the list. */
export const longListStandings = ['provisional', 'considered', 'set-aside'] as const;
export type LongListStanding = (typeof longListStandings)[number];

export const waysToAct = ['directly', 'through-another'] as const;
export type WayToAct = (typeof waysToAct)[number];

/** What is asked of every chosen factor, and how it may be answered. */
export const choiceQuestions = ['followsEvidence', 'mattersHere', 'withinReach'] as const;
export type ChoiceQuestion = (typeof choiceQuestions)[number];
export const choiceAnswers = ['yes', 'no', 'cannot-tell'] as const;

/** Something to look at again in what was chosen. It warns and never forbids. */
export type Remark =
  | { readonly kind: 'foundation-chosen' | 'outcome-without-age'; readonly outcome: OutcomeId }
  | { readonly kind: 'no-direct-factor' }
  | { readonly kind: 'not-said-how-it-acts'; readonly factors: readonly FactorId[] }
  | { readonly kind: 'serves-no-chosen-factor'; readonly factor: FactorId }
  | { readonly kind: 'answered-no'; readonly factor: FactorId; readonly question: ChoiceQuestion };
