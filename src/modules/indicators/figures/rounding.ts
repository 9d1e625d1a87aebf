import type { Unit } from '../types.ts';

/**
 * A number to so many decimal places, without the noise of binary fractions; halves go away from zero.
 * @example roundTo(72.1 - 51, 1) // 21.1
 */
export function roundTo(value: number, decimals: number): number {
  const sign = value < 0 ? -1 : 1;
  const scaled = Math.abs(value) * 10 ** decimals;
  // What is a half but for the noise in its last digits counts as a half.
  const rounded = Math.round(Number(scaled.toPrecision(14)));
  const answer = (sign * rounded) / 10 ** decimals;
  return answer === 0 ? 0 : answer;
}

/**
 * How many decimal places a number was written with.
 * @example decimalsOf(72.1) // 1
 */
export function decimalsOf(value: number): number {
  const text = String(value);
  const exponent = /e-(\d+)$/.exec(text)?.[1];
  const written = text.split('e')[0]?.split('.')[1]?.length ?? 0;
  return written + (exponent === undefined ? 0 : Number(exponent));
}

/**
 * The decimal places to which a line of figures was published: the most that any of them shows, at most `most`.
 * Figures that are all whole were published whole.
 */
export function precisionOf(values: readonly (number | null)[], most: number): number {
  let finest = 0;
  for (const value of values) {
    if (value !== null) finest = Math.max(finest, Math.min(most, decimalsOf(value)));
  }
  return finest;
}

const formats = new Map<number, Intl.NumberFormat>();

/** A number with thousands marked and a fixed number of decimal places. */
export function numberText(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals
    });
    formats.set(decimals, format);
  }
  return format.format(roundTo(value, decimals));
}

/** What stands after a number: "%", " per 1,000 births". */
export const unitText: Readonly<Record<Unit, string>> = {
  percent: '%',
  'per-1000': ' per 1,000',
  'per-10000': ' per 10,000',
  'per-100000': ' per 100,000',
  'per-1000-births': ' per 1,000 births',
  score: '',
  count: ''
};

/**
 * A figure with its unit, as people read it.
 * @example figureText(54, 'percent', 1) // '54.0%'
 */
export function figureText(value: number, unit: Unit, decimals: number): string {
  return `${numberText(value, unit === 'count' ? 0 : decimals)}${unitText[unit]}`;
}

/** A distance between two percentages is in points; between other figures it is in their unit. */
export function distanceText(distance: number, unit: Unit, decimals: number): string {
  const size = numberText(Math.abs(distance), unit === 'count' ? 0 : decimals);
  return unit === 'percent' ? `${size} points` : `${size}${unitText[unit]}`;
}
