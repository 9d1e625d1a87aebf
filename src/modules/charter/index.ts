/** A project's charter and how far the project has come. */
export * from './types.ts';
export { scoresCsv } from './files.ts';
export { charterFieldErrors } from './form-errors.ts';
export { charterFieldNames, memberPartHints, memberPartNames } from './labels.ts';
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
