/**
 * Reading signals from the side that is better, and the two icons of Making Data Count.
 * Source: NHS England, Making Data Count; details in docs/methods/rule-sets.md.
 */
import type { AssuranceIcon, Improvement, Meaning, VariationIcon } from './types.ts';

/** What a move upwards (1) or downwards (−1) means. */
export function meaningOf(side: 1 | -1, improvement: Improvement): Meaning {
  if (improvement === 'neutral') return 'neutral';
  return side > 0 === (improvement === 'increase') ? 'improvement' : 'concern';
}

/** The icon for the state of the last point; `null` when no rule holds there. */
export function variationOf(side: 1 | -1 | null, improvement: Improvement): VariationIcon {
  if (side === null) return 'common-cause';
  return `${meaningOf(side, improvement)}-${side > 0 ? 'high' : 'low'}`;
}

/**
 * Whether the process can be relied on to reach its target, from the limits of the last phase.
 * A target exactly on a limit is hit and miss.
 * Answers `null` without target, direction or limits.
 *
 * @example assuranceOf(20, 41.62, 58.98, 'increase') // 'passing': even a poor month is above 20
 */
export function assuranceOf(
  target: number | null,
  lower: number,
  upper: number,
  improvement: Improvement
): AssuranceIcon | null {
  if (target === null || improvement === 'neutral') return null;
  if (Number.isNaN(lower) || Number.isNaN(upper)) return null;
  if (target > upper) return improvement === 'increase' ? 'failing' : 'passing';
  if (target < lower) return improvement === 'increase' ? 'passing' : 'failing';
  return 'hit-and-miss';
}
