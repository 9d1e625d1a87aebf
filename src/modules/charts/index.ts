/** The door of charts: run charts and control charts, what they say, and their drawing. */
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
export { analyseChart } from './analysis/analyse.ts';
export { chartNames, chartProblemSentence } from './analysis/problem-sentences.ts';
export { assuranceSentence } from './analysis/summary.ts';
export { describeChart } from './drawing/describe.ts';
export { chartSvgFile, drawChart, drawForPage } from './drawing/draw.ts';
export { layoutChart } from './drawing/layout.ts';
export { renderSvg } from './drawing/svg.ts';
export { chartCsv, chartTable, lastValueWords } from './drawing/table.ts';
