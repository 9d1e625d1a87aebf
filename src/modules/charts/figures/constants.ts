/**
 * The constants of charts of subgroups, from the size of the subgroup.
 *
 * Source: Montgomery, Introduction to Statistical Quality Control, appendix VI. The gamma ratio
 * is built by its recurrence, which keeps every digit where a log-gamma loses some.
 */

/** Mean of the range of two draws from a normal distribution (d₂ for n = 2). */
export const d2ForPairs = 1.128;
/** Upper limit of moving ranges as a multiple of their mean (D₄ for n = 2). */
export const d4ForPairs = 3.267;
/** The rounded 3 / 1.128 of the books, as NHSRplotthedots has it. */
export const roundedLimitFactor = 2.66;
/** Screening factor for the weighted ranges of I′ charts. */
export const iPrimeScreen = 3.2665;

/** r(k) = Γ(k/2) / Γ((k−1)/2), by size; grown when a larger subgroup comes. */
const ratios: number[] = [NaN, NaN, 1 / Math.sqrt(Math.PI)];

function gammaRatio(size: number): number {
  for (let k = ratios.length - 1; k < size; k++) {
    ratios.push((k - 1) / 2 / (ratios[k] as number)); // filled up to k in the rounds before
  }
  return ratios[size] ?? NaN;
}

/**
 * c₄: what the standard deviation of `size` draws falls short of sigma by, on average.
 *
 * Units: a ratio between 0 and 1. Undefined (`NaN`) for sizes below 2.
 *
 * @example c4(5) // 0.9399856029866253
 */
export function c4(size: number): number {
  return size < 2 ? NaN : Math.sqrt(2 / (size - 1)) * gammaRatio(size);
}

function c5(size: number): number {
  const mean = c4(size);
  return Math.sqrt(1 - mean * mean);
}

/** Limits of an X-bar chart: centre ± A₃ S. With `sigmas` 2, the line at two sigma. */
export function a3(size: number, sigmas = 3): number {
  return sigmas / (c4(size) * Math.sqrt(size));
}

/** Lower limit of an S chart as a multiple of its centre, never below 0. */
export function b3(size: number, sigmas = 3): number {
  const lower = 1 - (sigmas * c5(size)) / c4(size);
  return lower < 0 ? 0 : lower;
}

/** Upper limit of an S chart as a multiple of its centre. */
export function b4(size: number, sigmas = 3): number {
  return 1 + (sigmas * c5(size)) / c4(size);
}
