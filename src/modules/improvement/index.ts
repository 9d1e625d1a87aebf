/** Improvement projects, small tests of change and measures over time. */
export * from './types.ts';
export { beliefByIdea, beliefSentence, beliefWords, type BeliefPoint } from './belief.ts';
export { checkAim, type AimGap } from './aim.ts';
export { figuresIn, type AimFigure, type AimUnit } from './aim-figures.ts';
export { aimGapSentence, composeAim } from './aim-sentences.ts';
export { adviseChart, chartReasons, chartsFor, usualChart } from './chart-choice.ts';
export {
  conditionGrid,
  isForEveryone,
  readConditions,
  readinessGaps,
  type ReadinessGap
} from './conditions.ts';
export { daysBetween, readDate, sayDate, type DateProblem } from '#core/written-dates';
export { checkFigure, isRatio, type FigureProblem } from './figures.ts';
export {
  analyseMeasure,
  chartSpecOf,
  marksOf,
  unitOf,
  type MeasureRecord
} from './measure-chart.ts';
export { latestAtGoal } from './goal.ts';
export { figureWords } from './figure-words.ts';
export { testsTable, valuesCsv } from './files.ts';
export {
  countedBy,
  countedByNames,
  countsTable,
  type CountedBy,
  type CountedLine
} from './collation.ts';
export { fieldErrors } from './form-errors.ts';
export * from './labels.ts';
export { emptyPlan, planAfter, type DraftPlan } from './next-plan.ts';
export {
  columnsNeeded,
  mostRows,
  parseValues,
  readFigure,
  type ColumnName,
  type ParseProblem,
  type RowProblem
} from './parse-values.ts';
export type { ImprovementProblem } from './problems.ts';
export type { ProjectRecord } from './project-record.ts';
export { newTestParts } from './schema.ts';
export {
  collate,
  familyOrder,
  hasHappened,
  hasImproved,
  isHindsight,
  isTestOwed,
  isValueOwed,
  missingKinds,
  leadMeasure,
  nextRampStep,
  nextStepOf,
  nextValueDue,
  onRamp,
  type Collation,
  type NextStep
} from './rules.ts';
export {
  collationSentence,
  explainImprovementProblem,
  familyGapSentences,
  figureTextSentence,
  publicChangeSentence,
  readinessSentence,
  rowSentence
} from './sentences.ts';
export {
  citationParts,
  publishedMeasureNames,
  publishedTestNames,
  type PublishedAccount,
  type PublishedMeasure,
  type PublishedTest
} from './as-published.ts';
export { safeFigure, safeNote } from './safe-values.ts';
