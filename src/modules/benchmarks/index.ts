/** What every setting of a place does already: asked once a round by a link of its own, counted and compared with the round before. */
export * from './types.ts';
export { answerValues, noneOfThem, useField } from './answers.ts';
export {
  benchmarkKind,
  benchmarkRoundKind,
  howOftenNames,
  reachNames,
  type Benchmark,
  type BenchmarkRound,
  type Questions
} from './kinds.ts';
export type { ApproachChange, ApproachResult, AskedSetting, Results } from './results.ts';
export {
  aimDraft,
  answeredSentence,
  answerErrors,
  benchmarkChangeSentence,
  closedSentence,
  explainBenchmarkProblem,
  notClosedSentence,
  respondSentences
} from './sentences.ts';
export { answersTable, linksTable, safeTable, stepWords } from './tables.ts';
