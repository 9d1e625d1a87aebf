import { roundTo } from '../figures/rounding.ts';
import type { BetterWhen, Comparison, Side, Unit } from '../types.ts';

/** What is known of two figures that are laid beside each other. */
export type FigureGrounds = {
  readonly unit: Unit;
  /** The precision both were published to. */
  readonly decimals: number;
  /** How many children the figure here rests on; null where its publisher does not say. */
  readonly children: number | null;
  /** The figures are of one group of children alone. */
  readonly isOfGroup?: boolean;
};

/** Children that a share is taken to rest on where nobody says: about a year of children in a council of middling size. */
export const childrenAssumed = 1000;
/** The same for one group alone, such as pupils eligible for free school meals: about a fifth of them. */
export const childrenAssumedInGroup = 200;
/** 95% of a normal distribution lie within so many standard deviations of its middle. */
const standardDeviations = 1.96;
/** Figures that are no share or rate of children are about the same within so large a part of the other. */
const sameWithin = 0.05;

/**
 * On which side of another figure a figure lies, by a stated rule: `similar` where rounding or chance could have put the two
 * there.
 *
 * A share or a rate has its 95% interval (Wilson), from the children it rests on, or 1,000 where their number is not published
 * (200 for one group of them alone);
 * the other figure lies outside it, or the two are similar. Scores and counts are similar within 5% of the other. Two figures no
 * further apart than one unit in the last place they are published to are always similar.
 * Assumes: the other figure rests on so many more children that its own chance is small beside that of the figure here.
 * Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212; docs/methods/comparators.md.
 *
 * @example
 * sideOf(68.0, 68.3, { unit: 'percent', decimals: 1, children: null }) // 'similar'
 * sideOf(74, 68.3, { unit: 'percent', decimals: 1, children: null }) // 'higher': 71.2 to 76.6
 */
export function sideOf(here: number, other: number, beside: FigureGrounds): Side {
  const { unit, decimals } = beside;
  const distance = roundTo(roundTo(here, decimals) - roundTo(other, decimals), decimals);
  if (Math.abs(distance) <= 10 ** -decimals) return 'similar';
  if (unit === 'score' || unit === 'count') {
    if (Math.abs(distance) <= sameWithin * Math.abs(other)) return 'similar';
  } else {
    const interval = intervalOf(here, beside);
    if (interval !== null && other >= interval.low && other <= interval.high) return 'similar';
  }
  return distance > 0 ? 'higher' : 'lower';
}

const wholes: Readonly<Record<Unit, number | null>> = {
  percent: 100,
  'per-1000': 1000,
  'per-1000-births': 1000,
  score: null,
  count: null
};

/**
 * The 95% interval of a share or rate, in its own unit; null for other units, and for a rate of more than one to each.
 *
 * @example
 * intervalOf(74, { unit: 'percent', decimals: 1, children: null }) // { low: 71.19…, high: 76.62… }
 */
export function intervalOf(
  value: number,
  { unit, children, isOfGroup }: FigureGrounds
): { readonly low: number; readonly high: number } | null {
  const whole = wholes[unit];
  if (whole === null) return null;
  const share = value / whole;
  if (!(share >= 0 && share <= 1)) return null;
  const assumed = isOfGroup === true ? childrenAssumedInGroup : childrenAssumed;
  const count = children !== null && children > 0 ? children : assumed;
  const z2 = standardDeviations ** 2;
  const middle = (share + z2 / (2 * count)) / (1 + z2 / count);
  const half =
    (standardDeviations * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count))) /
    (1 + z2 / count);
  return { low: whole * (middle - half), high: whole * (middle + half) };
}

/** Whether a figure is better or worse than another; `unknown` where either is missing or neither way is better. */
export function comparisonOf(
  here: number | null,
  other: number | null,
  betterWhen: BetterWhen,
  beside: FigureGrounds
): Comparison {
  if (here === null || other === null || betterWhen === 'none') return 'unknown';
  const side = sideOf(here, other, beside);
  if (side === 'similar') return 'similar';
  return (side === 'higher') === (betterWhen === 'high') ? 'better' : 'worse';
}
