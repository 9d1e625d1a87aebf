/** Local need: indicators, their values, comparators and gaps. */
export * from './types.ts';
export {
  betterNames,
  comparisonNote,
  explainImport,
  explainIndicatorProblem,
  explainRow,
  frequencyNames,
  gapChangeWords,
  gapSentence,
  importHint,
  ownStatusHints,
  periodExamples,
  publishedFrequencyNames,
  standingNames,
  standingWords,
  statusNames,
  trendSentence,
  unitNames,
  type IndicatorProblem
} from './sentences.ts';
export { decodeFile, importLimits, type ImportPlan, type ImportProblem } from './import.ts';
export { periodWords } from './periods.ts';
export { distanceText, figureText, numberText, unitText } from './rounding.ts';
export type { FollowedIndicator, GapView, LatestFigure, Measure, NeedOfFactor } from './views.ts';
export { plainName } from './areas.ts';
export { answerGap, answerGapTrend, answerTrend, answerValue } from './data-answers.ts';
export { readDataRows, type DataFolder, type NamedIndicator } from './data-folder.ts';
export { explainFolder } from './data-sentences.ts';
export { originalNames } from './original-names.ts';
