import type { Rule } from './types.ts';

/** Whole numbers from `least` to `most`, both included. `most` may be Infinity. */
export type Span = { readonly least: number; readonly most: number };

/**
 * A count to the nearest multiple of `roundTo`; a count half-way goes up.
 *
 * @example
 * roundCount(12, 5) // 10
 * roundCount(13, 5) // 15
 */
export function roundCount(count: number, roundTo: number): number {
  return Math.floor((2 * count + roundTo) / (2 * roundTo)) * roundTo;
}

/** Whether the rule hides this count for being small. */
export function isSmall(count: number, rule: Rule): boolean {
  return count >= rule.hideFrom && count <= rule.hideTo;
}

/**
 * The counts that the rule would show as `shown`: what a reader who knows the rule may conclude.
 * Assumes: `shown` was made by `roundCount` under a valid rule.
 *
 * @example
 * countsBehind(10, { hideFrom: 1, hideTo: 7, roundTo: 5 }) // 8 to 12
 * countsBehind(0, { hideFrom: 1, hideTo: 7, roundTo: 5 }) // 0 alone
 */
export function countsBehind(shown: number, rule: Rule): Span {
  if (shown === 0) return { least: 0, most: 0 };
  const least = shown - Math.floor(rule.roundTo / 2);
  return { least: Math.max(least, rule.hideTo + 1), most: least + rule.roundTo - 1 };
}
