/** How the partners work together: principles, proposals tested against them, how far work joins up, what was learnt. */
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
export * from './tables.ts';
export * from './types.ts';
