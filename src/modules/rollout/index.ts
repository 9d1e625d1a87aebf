/** A change that spreads from setting to setting: who uses it, since when, how fully. */
export * from './types.ts';
export {
  reportKind,
  rollOutKind,
  standingNames,
  type Eligibility,
  type Report,
  type RollOut
} from './kinds.ts';
export { drawCurve } from './draw-curve.ts';
export {
  countByArea,
  countPlaces,
  curveOf,
  goalState,
  isEligible,
  latestReport,
  placesOn,
  type AreaLine,
  type CurvePoint,
  type GoalState
} from './rules.ts';
export { areasToShare, type SharedArea, type SharedAreas } from './shared-areas.ts';
export {
  countsSentence,
  curveSentence,
  goalSentence,
  placesSentence,
  usingSentence
} from './sentences.ts';
export { curveTable, levelWords, placesTable, sharedAreasTable } from './tables.ts';
