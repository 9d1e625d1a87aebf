import type { CharterProblem } from './problems.ts';
import { explainCharterProblem } from './sentences.ts';

/** A problem as sentences beside the fields of a form; empty when it belongs to the form as a whole. */
export function charterFieldErrors(problem: CharterProblem): Record<string, string> {
  switch (problem.kind) {
    case 'done-ahead':
      return { doneOn: explainCharterProblem(problem) };
    case 'scored-ahead':
      return { scoredOn: explainCharterProblem(problem) };
    default:
      return {};
  }
}
