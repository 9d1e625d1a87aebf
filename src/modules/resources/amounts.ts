import type { Unit } from './types.ts';

const numbers = new Intl.NumberFormat('en-GB');

/** A whole number as people read it: 12,400. */
export const sayNumber = (count: number): string => numbers.format(count);

/** An amount with its unit: "£12,400", "1 hour", "390 hours". */
export function sayAmount(amount: number, unit: Unit): string {
  const count = sayNumber(Math.abs(amount));
  const sign = amount < 0 ? '−' : '';
  return unit === 'pounds'
    ? `${sign}£${count}`
    : `${sign}${count} ${amount === 1 ? 'hour' : 'hours'}`;
}

/**
 * A financial year by the year in which it begins, as it is written: 2026 is April 2026 to March 2027.
 * @example
 * yearWords(2026) // '2026/27'
 */
export function yearWords(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}
