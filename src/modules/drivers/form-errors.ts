import { peopleErrors } from '#modules/disclosure';
import { fieldName } from '#modules/improvement';
import { driverFieldNames } from './names.ts';
import type { DriverProblem } from './problems.ts';
import { explainDriverProblem } from './sentences.ts';

/** A problem as sentences beside the fields of a form; empty when it belongs to the form as a whole. */
export function driverFieldErrors(problem: DriverProblem): Record<string, string> {
  switch (problem.kind) {
    case 'may-name-someone':
      return peopleErrors(problem.finds, nameOf);
    case 'unknown-factor':
      return { factorId: explainDriverProblem(problem) };
    case 'unknown-measure':
      return { measureIds: explainDriverProblem(problem) };
    default:
      return {};
  }
}

function nameOf(field: string): string {
  return Object.hasOwn(driverFieldNames, field)
    ? driverFieldNames[field as keyof typeof driverFieldNames] // seen to be a key
    : fieldName(field);
}
