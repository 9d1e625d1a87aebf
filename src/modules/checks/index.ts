/** What a plan is checked against: packs of criteria, rules over the live records, and what a person said of each line. */
export { answerProblem, countsSentence, hasMovedOn, saidBy, standingState } from './answers.ts';
export { checkCsv, checkDocument } from './written-check.ts';
export {
  answerKind,
  criterionKind,
  packKind,
  type CheckAnswer,
  type CriteriaPack,
  type Criterion
} from './kinds.ts';
export * from './labels.ts';
export { findingOf } from './rules.ts';
export * from './types.ts';
export { neededToMend } from './mending.ts';
