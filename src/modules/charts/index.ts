/** Run charts and control charts, what they say, and their drawing. */
export type {
  AnalysedPhase,
  AnalysedPoint,
  Analysis,
  Annotation,
  AssuranceIcon,
  ChartProblem,
  ChartRow,
  ChartSpec,
  ChartTable,
  ChartType,
  DrawOptions,
  Improvement,
  Meaning,
  MethodId,
  Outcome,
  PhaseStart,
  RephaseSuggestion,
  RuleKind,
  RuleSetId,
  RunFigures,
  Signal,
  Target,
  VariationIcon,
  Verdict,
  WhyMissing,
  XKind,
  XValue
} from './types.ts';
export { whyMissing } from './types.ts';
export { analyseChart } from './analysis/analyse.ts';
export { summaryWithoutName } from './analysis/summary.ts';
export { chartNames, chartProblemSentence } from './analysis/problem-sentences.ts';

export { describeChart } from './drawing/describe.ts';
export { chartSvgFile, drawChart, drawForPage } from './drawing/draw.ts';
export { layoutChart } from './drawing/layout.ts';
export type { Drawing, Ink, Mark } from './drawing/marks.ts';
export { textWidth } from './drawing/metrics.ts';
export { dateTicks, linearScale, roundTicks, type Scale } from './drawing/scales.ts';
export { renderSvg } from './drawing/svg.ts';
export { dayNumber } from './figures/calendar.ts';
export { chartCsv, chartTable, lastValueWords } from './drawing/table.ts';
export {
  chooseChart,
  type ChartChoice,
  type ChartQuestion,
  type ChosenChart,
  type Counted,
  type HowOften
} from './chooser.ts';
export { bernoulliCusum, type Cusum, type CusumSettings } from './cusum.ts';
export { describeCusum, describePareto, drawCusum, drawPareto } from './drawing/other-charts.ts';
export { assuranceOf, meaningOf, variationOf } from './icons.ts';
export {
  smallMultiples,
  type Attention,
  type MultiplesOptions,
  type SmallChart,
  type SmallChartRequest
} from './multiples.ts';
export { paretoRows, paretoTable, type ParetoRow } from './pareto.ts';
export { findSustainedRuns, type MedianStretch, type RephaseSettings } from './rephasing.ts';
export { ruleSets } from './rules/rule-sets.ts';
export type { Rule, RuleSet } from './rules/rule.ts';
export { csvProblemSentence, specFromCsv, type CsvChoices, type CsvProblem } from './csv-data.ts';
export {
  assuranceWords,
  drawAssuranceIcon,
  drawVariationIcon,
  variationWords,
  type IconOptions
} from './drawing/icon-pictures.ts';
export { changeSeen, latestSide, type ChangeSeen } from './latest.ts';
export type {
  LayerBox,
  LayeredGraph,
  LayerLink,
  LayersProblem,
  LayerTone
} from './layers/types.ts';
