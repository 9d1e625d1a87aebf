/** Local need: indicators, their values, comparators and gaps. */
export * from './types.ts';
export type { NeedOfFactor } from './views.ts';
