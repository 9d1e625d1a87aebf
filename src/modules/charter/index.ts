/** A project's charter and how far the project has come. */
export * from './types.ts';
export { scoresCsv } from './files.ts';
export {
  charterKind,
  memberKind,
  milestoneKind,
  type Charter,
  type Member,
  type Milestone
} from './kinds.ts';
export { memberPartNames, scoreFieldNames } from './labels.ts';
export type { CharterProblem } from './problems.ts';
export {
  suggestProgress,
  type ProgressFacts,
  type ProgressReason,
  type ProgressSuggestion
} from './progress.ts';
export { drawProgress, progressDrawing, progressSentence } from './progress-drawing.ts';
export { readScale } from './scale.ts';
export {
  explainCharterProblem,
  milestoneSentence,
  suggestionSentence,
  teamGapSentences
} from './sentences.ts';
