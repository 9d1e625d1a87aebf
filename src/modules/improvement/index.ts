/** Improvement projects, small tests of change and measures over time. */
export * from './types.ts';
export {
  beliefByIdea,
  beliefSentence,
  beliefWords,
  type BeliefPoint
} from './tests-of-change/belief.ts';
export { aimOf, checkAim, type Aim, type AimGap } from './projects/aim.ts';
export {
  ideaKind,
  projectKind,
  publicityKind,
  type ChangeIdea,
  type Project
} from './projects/kinds.ts';
export { figuresIn, type AimFigure, type AimUnit } from './projects/aim-figures.ts';
export { aimGapSentence, composeAim } from './projects/aim-sentences.ts';
export { adviseChart, chartReasons, chartsFor, usualChart } from './measures/chart-choice.ts';
export {
  conditionGrid,
  isForEveryone,
  readConditions,
  readinessGaps,
  type ReadinessGap
} from './tests-of-change/conditions.ts';
export { daysBetween, readDate, sayDate, type DateProblem } from '#core/written-dates';
export { checkFigure, isRatio, type FigureProblem } from './measures/figures.ts';
export {
  analyseMeasure,
  chartSpecOf,
  marksOf,
  unitOf,
  type MeasureRecord
} from './measures/measure-chart.ts';
export { baselineKind, measureKind, type Measure } from './measures/kinds.ts';
export { latestAtGoal } from './measures/goal.ts';
export { figureWords } from './measures/figure-words.ts';
export { testsTable, valuesCsv } from './files.ts';
export {
  countedBy,
  countedByNames,
  countsTable,
  type CountedBy,
  type CountedLine
} from './collation/collation.ts';
export { familyKind } from './collation/kinds.ts';
export { explainInForm } from './form-errors.ts';
export * from './labels.ts';
export { emptyPlan, planAfter, type DraftPlan } from './tests-of-change/next-plan.ts';
export {
  columnsNeeded,
  mostRows,
  parseValues,
  readFigure,
  type ColumnName,
  type ParseProblem,
  type RowProblem
} from './measures/parse-values.ts';
export { tellMeasureColumns, valueColumns } from './measures/tell-columns.ts';
export type { ImprovementProblem } from './problems.ts';
export type { ProjectRecord } from './projects/project-record.ts';
export { newTestParts } from './schema.ts';
export {
  collate,
  familyOrder,
  hasHappened,
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
  publishedMeasureKind,
  publishedTestKind,
  type PublishedAccount,
  type PublishedMeasure,
  type PublishedTest
} from './publications/kinds.ts';
export { safeFigure, safeNote } from './measures/safe-values.ts';
