import { err, ok, type Result } from '#core/result';
import type {
  ActionKindId,
  DecisionQuestion,
  DecisionResult,
  DecisionTree
} from '#modules/vocabulary';
import type { Balance, DecisionStep, Priority, Sprawl } from './types.ts';

/** The rule of thumb: choose one or two outcomes and three to five factors. More is allowed, and said. */
export const ruleOfThumb = { mostOutcomes: 2, fewestFactors: 3, mostFactors: 5 } as const;

/**
 * How the number of choices stands to the rule of thumb. Units: counts.
 * Source: the Early Learning Communities Toolkit (2019), on choosing local priorities.
 * @example
 * sprawlOf(1, 7) // { outcomes: 'fits', factors: 'many' }
 */
export function sprawlOf(outcomes: number, factors: number): Sprawl {
  const { mostOutcomes, fewestFactors, mostFactors } = ruleOfThumb;
  const tooMany = factors > mostFactors ? 'many' : 'fits';
  return {
    outcomes: outcomes === 0 ? 'none' : outcomes > mostOutcomes ? 'many' : 'fits',
    factors: factors === 0 ? 'none' : factors < fewestFactors ? 'few' : tooMany
  };
}

export type WalkProblem =
  | { readonly kind: 'unknown-question'; readonly question: string }
  | { readonly kind: 'unknown-answer'; readonly question: string };

/** Where a walk through the tree stands: at the next question, or at a result. */
export type WalkEnd = DecisionQuestion | DecisionResult;

/**
 * Follows the answers given so far through the tree.
 * Assumes: a tree that `readDecisionTree` accepted, so every answer leads somewhere and no walk goes round.
 * Refuses: an answer to a question that was not asked at that point, or one that the question does not have.
 */
export function walk(
  tree: DecisionTree,
  steps: readonly Pick<DecisionStep, 'question' | 'answer'>[]
): Result<WalkEnd, WalkProblem> {
  const nodeCalled = (id: string) => tree.nodes.find((node) => node.id === id);
  let node = nodeCalled(tree.start);
  for (const step of steps) {
    if (node?.kind !== 'question' || node.id !== step.question) {
      return err({ kind: 'unknown-question', question: step.question });
    }
    const chosen = node.answers.find((one) => one.answer === step.answer);
    if (chosen === undefined) return err({ kind: 'unknown-answer', question: step.question });
    node = nodeCalled(chosen.to);
  }
  return node === undefined ? err({ kind: 'unknown-question', question: tree.start }) : ok(node);
}

/** A path in words: each question with the label of its answer. Steps that the tree no longer has keep their names. */
export function pathInWords(
  tree: DecisionTree,
  path: readonly DecisionStep[]
): { ask: string; answer: string; reason: string }[] {
  return path.map((step) => {
    const node = tree.nodes.find((one) => one.id === step.question);
    const question = node?.kind === 'question' ? node : undefined;
    const answer = question?.answers.find((one) => one.answer === step.answer);
    return {
      ask: question?.ask ?? step.question,
      answer: answer?.label ?? step.answer,
      reason: step.reason
    };
  });
}

/** How the chosen factors divide among kinds of action, in the order of `kinds`, those not yet decided last. */
export function balanceOf(
  priorities: readonly Pick<Priority, 'decision'>[],
  kinds: readonly ActionKindId[]
): Balance {
  const counted = [...kinds, null].map((actionKind) => ({
    actionKind,
    factors: priorities.filter((one) => (one.decision?.actionKind ?? null) === actionKind).length
  }));
  return counted.filter((one) => one.factors > 0);
}

/** A reason with what was noticed locally quoted after it. Each quote says its role, place and day itself. */
export function reasonQuoting(reason: string, quotes: readonly string[]): string {
  return quotes.length === 0 ? reason : `${reason} Noticed here: ${quotes.join(' ')}`;
}
