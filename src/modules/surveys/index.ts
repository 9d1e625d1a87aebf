/** Listening: short surveys, what people said, the themes in it and the quotes that may be shown. */
export * from './types.ts';
export * from './kinds.ts';
export type { OwedBySurvey } from './owed.ts';
export { sentencesOf, type Sentence } from './passages.ts';
export { mostQuestions, networkOf, stateOf, type Missing, type SurveyState } from './rules.ts';
export {
  answerErrors,
  explainSurveyProblem,
  kindNames,
  missingSentence,
  owedNames,
  respondSentences,
  sampleSentence,
  fixedSentence,
  notClosedSentence,
  setAsideSentences,
  speakerName,
  speakerNames,
  tallySentence,
  voiceMethodNames
} from './sentences.ts';
export { type LeavingResults, safeResultsTable, themesTable } from './tables.ts';
export type { Tallies, Tally } from './tallies.ts';
export type { ThemeCount, VoiceAtFactor } from './theme-counts.ts';
