/** Numbers and dates as people read them, in British English. Formatters are made once: they are dear. */
import type { Period, XKind, XValue } from '../types.ts';
import { dayNumber, dayStart, isoDate } from '../figures/calendar.ts';

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(fewest: number, most: number): Intl.NumberFormat {
  const key = `${fewest}/${most}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: fewest,
      maximumFractionDigits: most
    });
    numberFormats.set(key, format);
  }
  return format;
}

/** A number with at most `decimals` places and no idle zeros: 62, 62.5, −3. */
export function sayNumber(value: number, decimals: number): string {
  const text = numberFormat(0, decimals).format(value);
  return text === '-0' ? '0' : text.replace('-', '−');
}

/** A number with exactly `decimals` places, for columns. */
export function sayFixed(value: number, decimals: number): string {
  return numberFormat(decimals, decimals).format(value).replace('-', '−');
}

/** A number with its unit: "62.5%", "12 days", "62". */
export function sayFigure(value: number, decimals: number, unit: string): string {
  const number = sayNumber(value, decimals);
  if (unit === '') return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** "1 point", "12 points". */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${sayNumber(count, 0)} ${count === 1 ? one : many}`;
}

/**
 * Decimals that show the differences between the values: three figures of their spread, at most one
 * place when the data are whole numbers.
 */
export function decimalsFor(values: readonly number[], isWhole: boolean): number {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const spread = high > low ? high - low : Math.abs(high);
  if (!(spread > 0) || !Number.isFinite(spread)) return isWhole ? 0 : 1;
  const places = Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(spread))));
  return isWhole ? Math.min(places, 1) : places;
}

/** How fine the dates of a chart are, so that a label says no more than the data. */
export type DateGrain = 'day' | 'month' | 'quarter' | 'year';

const dateFormats: { readonly [grain in DateGrain]: Intl.DateTimeFormat } = {
  day: new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC'
  }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  quarter: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' })
};

/** The grain of day numbers in order: all firsts of months, of quarters (as asked), of years. */
export function dateGrain(days: readonly number[], period: Period | null): DateGrain {
  if (period === 'quarter') return 'quarter';
  const dates = days.map((day) => isoDate(day));
  if (dates.length > 1 && dates.every((date) => date.endsWith('-01-01'))) return 'year';
  return dates.every((date) => date.endsWith('-01')) ? 'month' : 'day';
}

/** "Mar 2024", "4 Mar 2024", "Jan–Mar 2024", "2024". */
export function sayDay(day: number, grain: DateGrain): string {
  if (grain !== 'quarter') return dateFormats[grain].format(dayStart(day));
  const first = dayStart(day);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 2, 1));
  return `${dateFormats.quarter.format(first)}–${dateFormats.month.format(last)}`;
}

/** A value of x as said on its own, for a problem: dates in full, other values as they are. */
export function sayX(x: XValue, kind: XKind | null): string {
  const day = typeof x === 'string' && kind !== 'category' ? dayNumber(x) : null;
  return day === null ? String(x) : sayDay(day, 'day');
}
