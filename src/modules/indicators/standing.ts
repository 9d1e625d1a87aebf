import { roundTo } from './rounding.ts';
import type { BetterWhen, Side, Standing } from './types.ts';

/**
 * On which side of another figure a figure lies.
 *
 * Units: `decimals` is the precision both were published to. Each may be off by half a unit in its last place, so two
 * figures no further apart than one such unit are `similar`: rounding alone could have put them there.
 * Assumes: nothing about chance. With counts too few or unknown, a difference beyond rounding may still be chance; the
 * words on the page claim a difference between the figures, not between the places.
 *
 * @example
 * sideOf(68.4, 68.5, 1) // 'similar'
 * sideOf(74, 68.3, 1) // 'higher'
 */
export function sideOf(here: number, other: number, decimals: number): Side {
  const distance = roundTo(roundTo(here, decimals) - roundTo(other, decimals), decimals);
  if (Math.abs(distance) <= 10 ** -decimals) return 'similar';
  return distance > 0 ? 'higher' : 'lower';
}

/** Whether a figure is better or worse than another; `unknown` where either is missing or neither way is better. */
export function standingOf(
  here: number | null,
  other: number | null,
  betterWhen: BetterWhen,
  decimals: number
): Standing {
  if (here === null || other === null || betterWhen === 'none') return 'unknown';
  const side = sideOf(here, other, decimals);
  if (side === 'similar') return 'similar';
  return (side === 'higher') === (betterWhen === 'high') ? 'better' : 'worse';
}
