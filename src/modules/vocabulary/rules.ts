import { err, ok, type Result } from '#core/result';
import type { DecisionResult, DecisionTree } from './plan-packs.ts';

/** Why answers given earlier do not lead through a tree to a result. */
export type TreeProblem =
  | { readonly kind: 'not-asked'; readonly question: string }
  | { readonly kind: 'no-such-answer'; readonly question: string; readonly answer: string }
  | { readonly kind: 'not-finished'; readonly question: string };

/**
 * The result to which a full set of recorded answers leads.
 *
 * Assumes: a tree that `readDecisionTree` accepted, so no walk goes round.
 * Refuses: an answer to a question not asked at that point, one the question does not have, and a walk
 * that stops before a result.
 */
export function resultOf(
  tree: DecisionTree,
  steps: readonly { readonly question: string; readonly answer: string }[]
): Result<DecisionResult, TreeProblem> {
  const byId = new Map(tree.nodes.map((node) => [node.id, node]));
  let node = byId.get(tree.start);
  for (const { question, answer } of steps) {
    if (node?.kind !== 'question' || node.id !== question)
      return err({ kind: 'not-asked', question });
    const chosen = node.answers.find((each) => each.answer === answer);
    if (chosen === undefined) return err({ kind: 'no-such-answer', question, answer });
    node = byId.get(chosen.to);
  }
  if (node?.kind !== 'result')
    return err({ kind: 'not-finished', question: node?.id ?? tree.start });
  return ok(node);
}
