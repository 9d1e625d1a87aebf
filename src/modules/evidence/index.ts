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
export { differenceOf, differences } from './compare.ts';
export { columnsOf, rowsOf, withinOutcome } from './matrix-view.ts';
export { insightQuote, insightsTable } from './insights-table.ts';
export { matrixTable } from './matrix-table.ts';
export { drawingOf, linkWords } from './pathway-drawing.ts';
export {
  directnessOf,
  factorNode,
  linksOf,
  mostLinks,
  mostRoutes,
  nodeOf,
  type Directness,
  type NodeId,
  type Route,
  type Routes
} from './pathway-routes.ts';
export { routeEffectWords, routesTable, routeWords } from './pathway-table.ts';
export {
  confidenceNames,
  insightLead,
  reasonOfMatters,
  reasonOfWorks,
  securityNames,
  sourceOfMatters,
  strengthNames
} from './sentences.ts';
