import { type FigureGrounds, intervalOf, sameWithin } from '../figures/chance.ts';
import { roundTo } from '../figures/rounding.ts';
import type { BetterWhen, Comparison, Side } from '../types.ts';

/** What is known of two figures that are laid beside each other: of the one here, and the places both were published to. */
type FiguresGrounds = FigureGrounds & { readonly decimals: number };

/**
 * On which side of another figure a figure lies, by a stated rule: `similar` where rounding or chance could have put the two
 * there.
 *
 * A share or a rate has its 95% interval (Wilson), from the children it rests on, or 1,000 where their number is not published
 * (200 for one group of them alone);
 * the other figure lies outside it, or the two are similar. Scores and counts are similar within 5% of the other, and so are rates
 * of more than one to each, which have no such interval. Two figures no
 * further apart than one unit in the last place they are published to are always similar.
 * Assumes: the other figure rests on so many more children that its own chance is small beside that of the figure here.
 * Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212; docs/methods/comparators.md.
 *
 * @example
 * sideOf(68.0, 68.3, { unit: 'percent', decimals: 1, children: null }) // 'similar'
 * sideOf(74, 68.3, { unit: 'percent', decimals: 1, children: null }) // 'higher': 71.2 to 76.6
 */
export function sideOf(here: number, other: number, beside: FiguresGrounds): Side {
  const { unit, decimals } = beside;
  const distance = roundTo(roundTo(here, decimals) - roundTo(other, decimals), decimals);
  if (Math.abs(distance) <= 10 ** -decimals) return 'similar';
  const interval = unit === 'score' || unit === 'count' ? null : intervalOf(here, beside);
  if (interval === null) {
    if (Math.abs(distance) <= sameWithin * Math.abs(other)) return 'similar';
  } else if (other >= interval.low && other <= interval.high) return 'similar';
  return distance > 0 ? 'higher' : 'lower';
}

/** Whether a figure is better or worse than another; `unknown` where either is missing or neither way is better. */
export function comparisonOf(
  here: number | null,
  other: number | null,
  betterWhen: BetterWhen,
  beside: FiguresGrounds
): Comparison {
  if (here === null || other === null || betterWhen === 'none') return 'unknown';
  const side = sideOf(here, other, beside);
  if (side === 'similar') return 'similar';
  return (side === 'higher') === (betterWhen === 'high') ? 'better' : 'worse';
}
