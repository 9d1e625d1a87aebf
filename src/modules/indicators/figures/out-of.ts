import type { Unit } from '../types.ts';

/** Out of how many a share or rate is counted; null for units that are neither. */
export const outOf: Readonly<Record<Unit, number | null>> = {
  percent: 100,
  'per-1000': 1000,
  'per-10000': 10_000,
  'per-100000': 100_000,
  'per-1000-births': 1000,
  score: null,
  count: null
};
