/**
 * Sums, means and spreads carried in two doubles, so that the last digit does not depend on the
 * order or the size of the values. R rounds once from 80 bits; two doubles are at least as exact.
 *
 * Every function works on a stretch of a typed array and leaves `NaN` (missing) values out.
 * Nothing is allocated: these run inside the loop that draws a hundred charts a page.
 *
 * Source: Knuth, The Art of Computer Programming 2, 4.2.2 (two-sum); Dekker (1971), Numerische
 * Mathematik 18, 224–242 (two-product).
 */

/** 2²⁷ + 1: splits a double into two halves whose products are exact. */
const splitter = 134217729;
/** Above this the splitting would overflow; the correction is dropped, the quotient kept. */
const largestSplit = 1e290;

/** (high + low) / divisor, rounded once. `divisor` is a count or a sum of counts, above zero. */
export function quotient(high: number, low: number, divisor: number): number {
  const first = high / divisor;
  if (!(Math.abs(first) < largestSplit) || !(Math.abs(divisor) < largestSplit)) return first;
  const product = first * divisor;
  const bigFirst = splitter * first;
  const firstHigh = bigFirst - (bigFirst - first);
  const firstLow = first - firstHigh;
  const bigDivisor = splitter * divisor;
  const divisorHigh = bigDivisor - (bigDivisor - divisor);
  const divisorLow = divisor - divisorHigh;
  const error =
    firstLow * divisorLow -
    (product - firstHigh * divisorHigh - firstLow * divisorHigh - firstHigh * divisorLow);
  return first + (high - product - error + low) / divisor;
}

/** Sum of the values present in `values[from..to)`. The sum of none is 0. */
export function sum(values: Float64Array, from: number, to: number): number {
  let high = 0;
  let low = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] as number; // i is inside the array
    if (value !== value) continue;
    const total = high + value;
    const part = total - high;
    low += high - (total - part) + (value - part);
    high = total;
  }
  const total = high + low;
  return total === total ? total : high; // an infinite value spoils only the correction
}

/** Mean of the values present in `values[from..to)`; `NaN` when there are none. */
export function mean(values: Float64Array, from: number, to: number): number {
  let high = 0;
  let low = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] as number; // i is inside the array
    if (value !== value) continue;
    const total = high + value;
    const part = total - high;
    low += high - (total - part) + (value - part);
    high = total;
    count++;
  }
  if (count === 0) return NaN;
  return low === low ? quotient(high, low, count) : high / count;
}

/** Mean of the values strictly below `limit`; `NaN` when there are none. */
export function meanBelow(values: Float64Array, from: number, to: number, limit: number): number {
  let high = 0;
  let low = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] as number; // i is inside the array
    if (!(value < limit)) continue;
    const total = high + value;
    const part = total - high;
    low += high - (total - part) + (value - part);
    high = total;
    count++;
  }
  return count === 0 ? NaN : quotient(high, low, count);
}

/** Standard deviation (divisor n − 1) of the values present; `NaN` for fewer than two. */
export function standardDeviation(values: Float64Array, from: number, to: number): number {
  const middle = mean(values, from, to);
  let high = 0;
  let low = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] as number; // i is inside the array
    if (value !== value) continue;
    const deviation = value - middle;
    const square = deviation * deviation;
    const big = splitter * deviation;
    const upper = big - (big - deviation);
    const lower = deviation - upper;
    const error = lower * lower - (square - upper * upper - 2 * (upper * lower));
    const total = high + square;
    const part = total - high;
    low += high - (total - part) + (square - part) + error;
    high = total;
    count++;
  }
  return count < 2 ? NaN : Math.sqrt(quotient(high, low, count - 1));
}

/**
 * Median of the values present; `NaN` when there are none. `scratch` is overwritten and must be at
 * least as long as the stretch.
 */
export function median(
  values: Float64Array,
  from: number,
  to: number,
  scratch: Float64Array
): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] as number; // i is inside the array
    if (value === value) scratch[count++] = value;
  }
  if (count === 0) return NaN;
  const sorted = scratch.subarray(0, count).sort();
  const half = count >> 1;
  const upper = sorted[half] as number; // half < count
  if (count % 2 === 1) return upper;
  const lower = sorted[half - 1] as number; // count is even and above zero, so half ≥ 1
  return (lower + upper) / 2;
}
