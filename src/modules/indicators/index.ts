/** Local need: indicators, their values, comparators and gaps. */
export * from './types.ts';
export {
  choiceKind,
  comparatorGroupKind,
  indicatorKind,
  type Choice,
  type ComparatorGroup,
  type Indicator
} from './kinds.ts';
export {
  betterNames,
  frequencyNames,
  ownStatusHints,
  isQualified,
  periodExamples,
  publishedFrequencyNames,
  qualityWords,
  statusLabels,
  statusNames,
  unitNames,
  updatedVerbs
} from './labels.ts';
export {
  explainIndicatorProblem,
  sentenceOfProblem,
  valueLabels,
  type IndicatorProblem
} from './sentences.ts';
export { areaName, plainName } from './figures/areas.ts';
export { inNameOrder } from './figures/name-order.ts';
export { periodWords, typedPeriodWords } from './figures/periods.ts';
export { outOf } from './figures/out-of.ts';
export { distanceText, figureText, numberText, unitText } from './figures/rounding.ts';
export { tableCsv, type FigureTable } from './figures/table.ts';
export type { Candidate } from './comparing/candidates.ts';
export { wholePlaceChoice } from './own/schema.ts';
export { safeOwnValues, type SafeOwnValue } from './own/protection.ts';
export { ownValuesTable, protectionSentence } from './own/values-table.ts';
export { dueState, dueWords, type DueFigures } from './need/due.ts';
export type { FollowedIndicator, NeedOfFactor } from './need/followed.ts';
export { groupNeed, type NeedGroup } from './need/need-groups.ts';
export {
  baselineWords,
  comparisonNames,
  comparisonNote,
  comparisonWords,
  dotsSentence,
  gapSentence,
  inGroup,
  targetWords,
  trendSentence
} from './indicator/sentences.ts';
export { besideTable, gapTable, trendTable } from './indicator/tables.ts';
export type { Beside, ComparatorOption, IndicatorView, Tie, TrendLine } from './indicator/view.ts';
export { classesOf, classings, type Classing, type MapClass } from './maps/classes.ts';
export {
  areaNote,
  classingNames,
  classingSentences,
  classRange,
  mapSentence
} from './maps/sentences.ts';
export { mapTable } from './maps/table.ts';
export {
  classNumber,
  extentName,
  isHidden,
  type MapArea,
  type MapExtent,
  type MapView
} from './maps/view.ts';
