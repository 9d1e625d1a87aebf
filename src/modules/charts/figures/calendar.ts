/** Dates as day numbers, without a clock or a time zone. Day 0 is 1 January 1970. */
import { dateInUtc } from '#core/dates';
import type { Period } from '../types.ts';

const millisecondsPerDay = 86_400_000;
const dayPattern = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/**
 * The day number of `YYYY-MM-DD` or `YYYY-MM` (its first day); `null` for anything else,
 * including days that do not exist, such as 30 February.
 *
 * @example dayNumber('1970-02-01') // 31
 */
export function dayNumber(date: string): number | null {
  const parts = dayPattern.exec(date);
  if (!parts) return null;
  const [, year, month, day = '01'] = parts;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const back = new Date(time);
  return back.getUTCMonth() === Number(month) - 1 && back.getUTCDate() === Number(day)
    ? time / millisecondsPerDay
    : null;
}

/** The day number as `YYYY-MM-DD`. */
export function isoDate(day: number): string {
  return dateInUtc(dayStart(day));
}

/** The moment a day starts, for formatting in UTC. */
export function dayStart(day: number): Date {
  return new Date(day * millisecondsPerDay);
}

/** The first day of the week (Monday), month or quarter in which the day lies. */
export function periodStart(day: number, period: Period): number {
  if (period === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = dayStart(day);
  const month = date.getUTCMonth();
  const first = period === 'month' ? month : month - (month % 3);
  return Date.UTC(date.getUTCFullYear(), first, 1) / millisecondsPerDay;
}
