/** Local need: indicators, their values, comparators and gaps. */
export * from './types.ts';
export {
  betterNames,
  explainIndicatorProblem,
  frequencyNames,
  ownStatusHints,
  periodExamples,
  provisionalWords,
  publishedFrequencyNames,
  sentenceOfProblem,
  statusLabels,
  statusNames,
  unitNames,
  updatedVerbs,
  valueLabels,
  type IndicatorProblem
} from './sentences.ts';
export { fileLimits, draftDays } from './import/limits.ts';
export {
  acrossKinds,
  columnUses,
  newArea,
  passOver,
  type AcrossKind,
  type ColumnUse,
  type KnownIndicator,
  type Matching,
  type NameKind
} from './import/matching.ts';
export { groupsOf, type UnknownName } from './import/names.ts';
export type { Overview } from './import/overview.ts';
export type { FileProblem, ImportRefusal } from './import/problems.ts';
export type { RowProblem } from './import/cells.ts';
export {
  acrossNames,
  explainRefusal,
  explainRowProblem,
  fileHint,
  nameNouns,
  useNames
} from './import/sentences.ts';
export { periodWords, typedPeriodWords } from './periods.ts';
export { distanceText, figureText, numberText, unitText } from './rounding.ts';
export type { FollowedIndicator, GapView, LatestFigure, Measure, NeedOfFactor } from './views.ts';
export {
  choiceKind,
  comparatorGroupKind,
  indicatorKind,
  type Choice,
  type ComparatorGroup
} from './kinds.ts';
export type { Candidate } from './comparator-groups/candidates.ts';
export { dueState, dueWords, type DueFigures } from './due.ts';
export { areaName, plainName } from './areas.ts';
export { answerGap, answerGapTrend, answerTrend, answerValue } from './data-answers.ts';
export { readDataRows, type DataFolder, type NamedIndicator } from './data-folder.ts';
export { explainFolder } from './data-sentences.ts';
export { originalNames } from './original-names.ts';
export { groupNeed, type NeedGroup } from './need-groups.ts';
export type { Beside, ComparatorOption, IndicatorView, Tie, TrendLine } from './indicator-view.ts';
export { inNameOrder } from './name-order.ts';
export { wholePlaceChoice } from './schema.ts';
export {
  baselineWords,
  comparisonNote,
  dotsSentence,
  gapSentence,
  inGroup,
  comparisonNames,
  comparisonWords,
  targetWords,
  trendSentence
} from './figure-sentences.ts';
export {
  besideTable,
  gapTable,
  mapTable,
  tableCsv,
  trendTable,
  type FigureTable
} from './tables.ts';
export { classings, classesOf, type Classing, type MapClass } from './map-classes.ts';
export {
  areaNote,
  classRange,
  classingNames,
  classingSentences,
  mapSentence
} from './map-sentences.ts';
export {
  classNumber,
  extentName,
  isHidden,
  type MapArea,
  type MapExtent,
  type MapView
} from './map-view.ts';
export { ownValuesTable, protectionSentence } from './own-table.ts';
export { safeOwnValues, type SafeOwnValue } from './own-protection.ts';
