import type { Strength } from '#modules/vocabulary';
import type { Matters } from './types.ts';

/**
 * How what matters differs between two columns, read from the first to the second. `cannot-tell`: one of the two is not
 * known, so that nothing is said of a difference. `neither-known`: both are.
 */
export const differences = ['more', 'less', 'same', 'cannot-tell', 'neither-known'] as const;
export type Difference = (typeof differences)[number];

/** Steps of the scale, for telling how far apart two known strengths lie. Not known has no step. */
const steps: Readonly<Record<Exclude<Strength, 'unknown'>, number>> = {
  critical: 3,
  strong: 2,
  moderate: 1,
  'no-link': 0
};

/**
 * Whether a factor matters more, less or as much in the second cell as in the first.
 *
 * Assumes: nothing about doubt. Two values may differ only because one of them is badly known: the doubt of both stands
 * beside them.
 * Refuses: nothing. A value that is not known is never compared as if it were no link.
 *
 * @example
 * differenceOf({ strength: 'moderate' }, { strength: 'critical' }) // 'more'
 * differenceOf({ strength: 'no-link' }, { strength: 'unknown' }) // 'cannot-tell'
 */
export function differenceOf(
  first: Pick<Matters, 'strength'>,
  second: Pick<Matters, 'strength'>
): Difference {
  if (first.strength === 'unknown' || second.strength === 'unknown') {
    return first.strength === second.strength ? 'neither-known' : 'cannot-tell';
  }
  const moved = steps[second.strength] - steps[first.strength];
  if (moved === 0) return 'same';
  return moved > 0 ? 'more' : 'less';
}

const order: Readonly<Record<Difference, number>> = {
  more: 0,
  less: 1,
  'cannot-tell': 2,
  same: 3,
  'neither-known': 4
};

/** What differs first: more, then less, then what cannot be told; what is the same last. For `Array.sort`. */
export function compareDifferences(one: Difference, other: Difference): number {
  return order[one] - order[other];
}
