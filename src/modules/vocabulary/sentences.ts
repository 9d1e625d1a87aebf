import type { PackProblem } from './types.ts';

/** A problem of a content file in words, for whoever is loading the pack. */
export function packProblemSentence(problem: PackProblem): string {
  const place = problem.path === '' ? problem.file : `${problem.file}, at ${problem.path}`;
  switch (problem.kind) {
    case 'wrong-shape':
      return `${place}: this does not have the form it should. ${problem.expected}`;
    case 'unknown-id':
      return `${place}: “${problem.id}” is not the name of anything loaded. Correct the name, or add what it names.`;
    case 'repeated-id':
      return `${place}: “${problem.id}” stands here a second time. Keep one of the two.`;
    case 'missing-entry':
      return `${place}: “${problem.id}” is missing. Add it; if it is not known, say so there.`;
    case 'out-of-order':
      return `${place}: this is out of order. Expected ${problem.expected}.`;
  }
}
