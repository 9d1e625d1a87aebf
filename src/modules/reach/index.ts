/** Rapid-cycle data: whom a programme reaches, what they receive, what changes. Counts alone. */
export * from './types.ts';
export { programmeFields } from './conflicts.ts';
export { drawFunnel } from './draw-funnel.ts';
export { drawGroups, gapWords } from './draw-groups.ts';
export {
  countsOfShare,
  followedShares,
  funnelOf,
  outcomeIn,
  reachByGroup,
  receivedIn,
  servedIn,
  shareOf,
  sumOf,
  type FollowedShare,
  type FunnelStep,
  type GroupReach
} from './figures.ts';
export {
  cycleFields,
  parseCycles,
  tellCycleColumns,
  underCycleHeadings,
  type CycleRowProblem,
  type CyclesProblem
} from './parse-cycles.ts';
export { lookKind, type ProgrammeLook } from './kinds.ts';
export { misfitsOf, type CycleMisfit } from './rules.ts';
export {
  changeSentence,
  cycleFieldName,
  cycleName,
  cycleRowSentence,
  explainReachProblem,
  fieldNames,
  largestLoss,
  leastServed,
  misfitSentence,
  percentWords,
  rhythmNames,
  verdictNames,
  type ReachProblem
} from './sentences.ts';
export { analyseShare } from './share-chart.ts';
export { sharedLines, safeReachTable, type CyclesBefore, type SharedLine } from './shared.ts';
export { cyclesTable, cycleValue } from './tables.ts';
