/** Local need: indicators, their values, comparators and gaps. */
export * from './types.ts';
export {
  betterNames,
  explainImport,
  explainIndicatorProblem,
  explainRow,
  frequencyNames,
  importHint,
  ownStatusHints,
  periodExamples,
  publishedFrequencyNames,
  statusNames,
  unitNames,
  type IndicatorProblem
} from './sentences.ts';
export { decodeFile, importLimits, type ImportPlan, type ImportProblem } from './import.ts';
export { periodWords } from './periods.ts';
export { distanceText, figureText, numberText, unitText } from './rounding.ts';
export type { FollowedIndicator, GapView, LatestFigure, Measure, NeedOfFactor } from './views.ts';
export { areaName, plainName } from './areas.ts';
export { answerGap, answerGapTrend, answerTrend, answerValue } from './data-answers.ts';
export { readDataRows, type DataFolder, type NamedIndicator } from './data-folder.ts';
export { explainFolder } from './data-sentences.ts';
export { originalNames } from './original-names.ts';
export { groupNeed, type NeedGroup } from './need-groups.ts';
export type { Beside, IndicatorView, Tie, TrendLine } from './indicator-view.ts';
export { inNameOrder } from './name-order.ts';
export {
  comparisonNote,
  dotsSentence,
  gapChangeWords,
  gapSentence,
  standingNames,
  standingWords,
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
export {
  choiceLabels,
  indicatorLabels,
  statusLabels,
  updatedVerbs,
  valueLabels,
  wholePlaceChoice
} from './labels.ts';
export { classings, classesOf, type Classing, type MapClass } from './map-classes.ts';
export {
  areaNote,
  classRange,
  classingNames,
  classingSentences,
  mapSentence
} from './map-sentences.ts';
export { classNumber, extentName, type MapArea, type MapExtent, type MapView } from './map-view.ts';
export { ownValuesTable, protectionSentence } from './own-table.ts';
export { safeOwnValues, type SafeOwnValue } from './own-protection.ts';
