/** What is meant by “here”: boundaries of four kinds, how they differ, and the mix that the partnership works by. */
export * from './types.ts';
export {
  areaNames,
  difference,
  differences,
  landOf,
  notKnown,
  type KnownArea
} from './differences.ts';
export { linesOf, standingWords, type BoundaryLines } from './lines.ts';
export { partWords, proportionWithin, type Land } from './land.ts';
export {
  boundaryKind,
  workingBoundaryKind,
  wrongCode,
  type Boundary,
  type WorkingBoundary
} from './kinds.ts';
export { readBoundaryOutline, outlineSentence, type OutlineRing } from './outline.ts';
export { boundariesGeoJson } from './geojson.ts';
