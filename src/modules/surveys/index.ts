/** Listening: short surveys, what people said, the themes in it and the quotes that may be shown. */
export * from './types.ts';
export * from './kinds.ts';
export { answerField, answerText, type AnswerProblem } from './answers.ts';
export type { OwedBySurvey } from './owed.ts';
export { passageWords, sentencesOf, type Sentence } from './passages.ts';
export { protectTallies, type SafeTallies, type SafeTally } from './protect-tallies.ts';
export {
  asksForWords,
  mostOptions,
  mostPeople,
  mostQuestions,
  longestAnswer,
  stateOf,
  type Missing,
  type SurveyState
} from './rules.ts';
export {
  answerErrors,
  consentNames,
  explainSurveyProblem,
  kindHints,
  kindNames,
  missingSentence,
  owedNames,
  respondSentences,
  sampleSentence,
  setAsideSentences,
  settingNames,
  speakerName,
  speakerNames,
  surveyStateNames,
  tallySentence,
  voiceMethodNames,
  type RespondProblem,
  type SurveyProblem
} from './sentences.ts';
export { resultsTable, themesTable } from './tables.ts';
export type { CrossTable, Tallies, Tally } from './tallies.ts';
export type { ThemeCount, VoiceAtFactor } from './theme-counts.ts';
