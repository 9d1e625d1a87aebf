import type { DriverProblem } from './problems.ts';
import { explainDriverProblem } from './sentences.ts';

/** A problem as sentences beside the fields of a form; empty when it belongs to the form as a whole. */
export function driverFieldErrors(problem: DriverProblem): Record<string, string> {
  switch (problem.kind) {
    case 'unknown-factor':
      return { factorId: explainDriverProblem(problem) };
    case 'unknown-measure':
      return { measureIds: explainDriverProblem(problem) };
    default:
      return {};
  }
}
