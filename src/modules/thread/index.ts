/** The join: for each factor its evidence, local need, services, priority, kind of action, actions, tests and measured change. */
export * from './types.ts';
export { groupThreads, leadingNeed, nextDue, testsAt, threadOf } from './rules.ts';
export { mendAddress, stepAddress, type Where } from './addresses.ts';
export {
  besideWords,
  gapWords,
  seenWords,
  mendWords,
  outcomesWords,
  stateNames,
  stepNames,
  stepPurposes,
  stepWords,
  threadsSentence
} from './sentences.ts';
export {
  coverageLevels,
  needLevels,
  patterns,
  patternOf,
  readCoverage,
  readNeed,
  type AlignmentRow,
  type CoverageLevel,
  type NeedLevel,
  type Pattern
} from './alignment.ts';
export {
  coverageNames,
  needNames,
  patternNames,
  patternQuestions,
  patternSentence
} from './alignment-words.ts';
export {
  alignmentSorts,
  alignmentTable,
  arrange,
  countPatterns,
  readFilter,
  type AlignmentFilter,
  type AlignmentSort
} from './alignment-view.ts';
export {
  completenessOf,
  completenessSentences,
  completenessTable,
  type Completeness
} from './completeness.ts';
