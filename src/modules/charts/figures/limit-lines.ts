/** What every kind of limits is made of: settings, baseline sums, moving ranges, and filling columns. */
import { d4ForPairs } from './constants.ts';
import type { Sheet } from './sheet.ts';
import { mean, meanBelow, sum } from './sums.ts';

/** Where the tools of the field differ, and what a caller may choose. */
export interface LimitSettings {
  /** A centre line given in advance, before `multiply`; `NaN` when it is to be calculated. */
  readonly centre: number;
  /** Leave moving ranges of 3.267 times their mean or more out, once. */
  readonly screening: boolean;
  /** Ranges are taken of y minus the centre line (as qicharts2 does), or of y itself. */
  readonly rangesOf: 'deviations' | 'values';
  /** `exact`: 3 × (AMR / 1.128); `rounded`: 2.66 × AMR. */
  readonly limitFactor: 'exact' | 'rounded';
  /** When every range is 0 and ranges are screened. */
  readonly withoutRanges: 'undefined' | 'at-centre';
  /** Points whose differences give the spread of an I′ chart. */
  readonly iPrimeSpread: 'all-points' | 'baseline';
  /** The given centre line of a T chart: in the units of the values, or of their roots (as qicharts2 takes it). */
  readonly tCentre: 'of-values' | 'of-roots';
  /** A two-sigma lower limit of a T chart that falls below zero. */
  readonly tNearBelowZero: 'undefined' | 'zero';
  /** The three-sigma lower limit of T and MR charts when nothing can be said of the spread. */
  readonly undefinedFloor: 'undefined' | 'zero';
  /** Subgroups without a value in the pooled spread: left out, or counted as −1 degree of freedom. */
  readonly emptySubgroups: 'left-out' | 'minus-one';
  /** Lower limits of I, I′ and X-bar charts stop at zero. */
  readonly floorAtZero: boolean;
  /** Spread of the z-scores of prime charts: moving ranges, or their standard deviation. */
  readonly primeSpread: 'ranges' | 'standard-deviation';
  /** Points carry denominators; without them an I′ chart weighs by rows. */
  readonly hasDenominators: boolean;
  /** Also fill the lines at one sigma. */
  readonly innerLines: boolean;
}

/** Copies the base values of a column to `scratch`, in order; the answer is how many. */
export function gatherBase(sheet: Sheet, column: Float64Array, from: number, to: number): number {
  const { base, scratch } = sheet;
  let count = 0;
  for (let i = from; i < to; i++) {
    if (base[i] === 1) scratch[count++] = column[i] as number; // i is inside the column
  }
  return count;
}

/** Mean over the base points of the phase, or the given centre. */
export function baseMean(sheet: Sheet, column: Float64Array, from: number, to: number): number {
  return mean(sheet.scratch, 0, gatherBase(sheet, column, from, to));
}

export function baseSum(sheet: Sheet, column: Float64Array, from: number, to: number): number {
  return sum(sheet.scratch, 0, gatherBase(sheet, column, from, to));
}

/**
 * Average moving range of the first `count` values of `scratch`, screened once when asked.
 * Source: Nelson (1982), Journal of Quality Technology 14(3), 172–173.
 */
export function averageMovingRange(
  sheet: Sheet,
  count: number,
  offset: number,
  screening: boolean,
  withoutRanges: LimitSettings['withoutRanges']
): number {
  const { scratch, scratchTwo } = sheet;
  let before = NaN;
  for (let i = 0; i < count; i++) {
    const deviation = (scratch[i] as number) - offset; // i < count ≤ length
    scratchTwo[i] = Math.abs(deviation - before);
    before = deviation;
  }
  const average = mean(scratchTwo, 0, count);
  if (!screening) return average;
  if (average === 0 && withoutRanges === 'at-centre') return 0;
  return meanBelow(scratchTwo, 0, count, d4ForPairs * average);
}

/** A limit that is not a finite number is undefined. */
export function finite(value: number): number {
  return value - value === 0 ? value : NaN;
}

export function fillPhase(column: Float64Array, from: number, to: number, value: number): void {
  for (let i = from; i < to; i++) column[i] = value; // a plain loop beats `fill` on short phases
}

export function floored(value: number, floor: number): number {
  return value < floor ? floor : value;
}

/** The same distance of limits for every point of the phase. */
export function fillConstant(
  sheet: Sheet,
  from: number,
  to: number,
  centre: number,
  sigma: number,
  floor: number,
  innerLines: boolean
): void {
  fillPhase(sheet.centre, from, to, centre);
  fillPhase(sheet.lower, from, to, floored(finite(centre - 3 * sigma), floor));
  fillPhase(sheet.upper, from, to, finite(centre + 3 * sigma));
  fillPhase(sheet.lowerNear, from, to, floored(finite(centre - 2 * sigma), floor));
  fillPhase(sheet.upperNear, from, to, finite(centre + 2 * sigma));
  if (innerLines) {
    fillPhase(sheet.lowerInner, from, to, floored(finite(centre - sigma), floor));
    fillPhase(sheet.upperInner, from, to, finite(centre + sigma));
  }
}

/** Limits of one point whose sigma is its own. Flooring and capping apply to finite limits. */
export function fillPoint(
  sheet: Sheet,
  i: number,
  centre: number,
  sigma: number,
  floor: number,
  cap: number
): void {
  sheet.centre[i] = centre;
  if (sigma - sigma !== 0 || centre - centre !== 0) {
    sheet.lower[i] = NaN;
    sheet.upper[i] = NaN;
    sheet.lowerNear[i] = NaN;
    sheet.upperNear[i] = NaN;
    return;
  }
  const lower = centre - 3 * sigma;
  const upper = centre + 3 * sigma;
  const lowerNear = centre - 2 * sigma;
  const upperNear = centre + 2 * sigma;
  sheet.lower[i] = lower < floor ? floor : lower;
  sheet.upper[i] = upper > cap ? cap : upper;
  sheet.lowerNear[i] = lowerNear < floor ? floor : lowerNear;
  sheet.upperNear[i] = upperNear > cap ? cap : upperNear;
}

export function fillInner(
  sheet: Sheet,
  i: number,
  centre: number,
  sigma: number,
  floor: number,
  cap: number
): void {
  const lower = finite(centre - sigma);
  const upper = finite(centre + sigma);
  sheet.lowerInner[i] = lower < floor ? floor : lower;
  sheet.upperInner[i] = upper > cap ? cap : upper;
}
