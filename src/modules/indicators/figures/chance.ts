import type { Unit } from '../types.ts';
import { outOf } from './out-of.ts';

/** How far chance alone moves a figure: the stated rule of every comparison. */

/** What is known of a figure, or of two that are laid beside each other. */
export type FigureGrounds = {
  readonly unit: Unit;
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
export const sameWithin = 0.05;

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
  const whole = outOf[unit];
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
