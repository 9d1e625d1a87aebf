/** How the partners work together: principles, proposals tested against them, how far work joins up, what was learnt. */
export * from './arrangement-documents.ts';
export {
  arrangementGaps,
  arrangementLines,
  policyWords,
  type ArrangementGap,
  type Arrangements
} from './arrangement-sentences.ts';
export { policiesByPartner, policyState, type PolicyState } from './arrangements.ts';
export * from './kinds.ts';
export * from './labels.ts';
export {
  fitCounts,
  fullness,
  headingOf,
  holdingOn,
  inBands,
  roundsBeside,
  wentAhead
} from './rules.ts';
export { soughtSentence } from './sentences.ts';
export * from './tables.ts';
export * from './types.ts';
