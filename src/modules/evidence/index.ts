/** What matters and what works: published evidence with its doubt, and what a partnership itself says beside it. */
export * from './types.ts';
export * from './kinds.ts';
export {
  compareMatters,
  compareWorks,
  firstChoice,
  mattersGreatly,
  stonesOfSecurity,
  stonesOfStrength,
  strengthOf,
  worksOf
} from './strength.ts';
export { differenceOf, differences, type Difference } from './compare.ts';
export {
  columnsOf,
  comparedColumns,
  rowsOf,
  withinOutcome,
  type CompareWith,
  type MatrixChoice
} from './matrix-view.ts';
export { insightQuote, insightsTable } from './insights-table.ts';
export { matrixTable } from './matrix-table.ts';
export { pathwaysOf, type PathwayStep } from './pathway-list.ts';
export { drawingOf, linkWords } from './pathway-drawing.ts';
export {
  directnessOf,
  factorNode,
  linksOf,
  mostLinks,
  mostRoutes,
  nodeOf,
  nodeTitle,
  type Directness,
  type NodeId,
  type Route,
  type Routes
} from './pathway-routes.ts';
export { routeEffectWords, routesTable, routeWords } from './pathway-table.ts';
export {
  basisNames,
  confidenceHints,
  confidenceNames,
  differenceNames,
  explainEvidenceProblem,
  insightLead,
  linkBasisNames,
  pathwayEffectNames,
  ratingWords,
  readAsNames,
  reasonOfMatters,
  reasonOfWorks,
  securityHints,
  securityNames,
  sourceKindNames,
  sourceOfMatters,
  strengthHints,
  strengthNames,
  yearOrMonthWords,
  type EvidenceProblem
} from './sentences.ts';
