import { isDate } from '../dates.ts';
import { monthNumber } from '../month-names.ts';
import { err, ok, type Result } from '../result.ts';
import { readDate } from '../written-dates.ts';
import {
  century,
  lastDay,
  monthOf,
  monthStart,
  mostYears,
  quarterFrom,
  severalYearsFrom,
  singleYear,
  yearsPeriod,
  type Period,
  type PeriodKind,
  type PeriodProblem,
  type Reading
} from './period.ts';

/** Months and days as they are written, and from one until another. */

/** January 2024, Jan-24, 2024 JAN, 2024M01, 01/2024, 2024/01, 202401. */
export function singleMonth(text: string, given: string, wanted: PeriodKind | null): Reading {
  const found = monthIn(text, wanted === 'month');
  return found === null ? null : monthOf(given, found.year, found.month);
}

/** The month that a text names; `isWanted` lets a name with two digits behind a blank be a month of a year. */
function monthIn(text: string, isWanted = false): { year: number; month: number } | null {
  const nameFirst =
    /^([a-z]{3,9})\.?[-/., ]*(\d{4})$/.exec(text) ??
    /^([a-z]{3,9})\.?(?:-|\/| ?')(\d{2})$/.exec(text) ??
    (isWanted ? /^([a-z]{3,9})\.? (\d{2})$/.exec(text) : null);
  if (nameFirst !== null) {
    const month = monthNumber(nameFirst[1] ?? '');
    return month === 0 ? null : { year: century(nameFirst[2] ?? ''), month };
  }
  const yearFirst = /^(\d{4})[-/., ]*([a-z]{3,9})\.?$/.exec(text);
  if (yearFirst !== null) {
    const month = monthNumber(yearFirst[2] ?? '');
    return month === 0 ? null : { year: Number(yearFirst[1]), month };
  }
  const digits =
    /^(\d{4})[- ]?m(\d{1,2})$/.exec(text) ??
    /^(\d{4})\/(\d{1,2})$/.exec(text) ??
    (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/.test(text) ? /^(\d{4})(\d{2})$/.exec(text) : null);
  if (digits !== null) return { year: Number(digits[1]), month: Number(digits[2]) };
  const monthFirst = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  return monthFirst === null ? null : { year: Number(monthFirst[2]), month: Number(monthFirst[1]) };
}

/** 15/3/2024, 2024-03-15, 15 March 2024, 20240315; days in digits alone where days or months are wanted. */
export function singleDay(text: string, given: string, wanted: PeriodKind | null): Reading {
  const date = dayIn(text, wanted === 'day' || wanted === 'month');
  if (date === 'none') return null;
  if (date === null) return err({ kind: 'no-such-date', given });
  return ok({ text: date, kind: 'day', starts: date, ends: date });
}

/** The day that a text names, null for one that is not in the calendar. Years of two digits are read where days are wanted. */
function dayIn(text: string, isWanted: boolean): string | null | 'none' {
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) {
    const date = `${compact[1]}-${compact[2]}-${compact[3]}`;
    return isDate(date) ? date : 'none';
  }
  const isWritten = isWanted
    ? /\d.*\d/.test(text)
    : /^\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|[a-z].*\b\d{4}\b|\d{4}.*[a-z]/.test(
        text
      );
  if (!isWritten || monthIn(text, true) !== null) return 'none';
  const read = readDate(text);
  if (read.ok) return read.value;
  return read.error.kind === 'not-in-calendar' ? null : 'none';
}

/** From one month or day to another: Oct-Dec 2024, Jan 2024-Dec 2024, 1 April 2024 to 31 March 2025. */
export function fromUntil(text: string, given: string, wanted: PeriodKind | null): Reading {
  for (const { 0: sign, index } of text.matchAll(/ ?(?:-|\bto\b|\buntil\b|\/) ?/g)) {
    const [first, last] = [text.slice(0, index), text.slice(index + sign.length)];
    const ends = lastDayOf(last);
    if (ends === null) continue;
    const starts = firstDayOf(first, last);
    if (starts === null || starts > ends) continue;
    const span = spanOf(starts, ends);
    if (span !== null) return span;
    return isSeveralYears(starts, ends)
      ? err({ kind: 'period-of-several-years', given, wanted })
      : err({ kind: 'unreadable-period', given, wanted });
  }
  return null;
}

function firstDayOf(text: string, last: string): string | null {
  const month = monthIn(text);
  if (month !== null) return monthStart(month.year, month.month);
  const named = monthNumber(text.replace(/\.$/, ''));
  if (/^[a-z]+\.?$/.test(text) && named > 0) {
    // A month without its year has the year of the other one, as in Oct-Dec 2024.
    const end = monthIn(last);
    return end === null ? null : monthStart(named <= end.month ? end.year : end.year - 1, named);
  }
  const day = dayIn(text, false);
  return day === 'none' ? null : day;
}

/** The last day of the month or day that a text names, or null. */
export function lastDayOf(text: string): string | null {
  const month = monthIn(text);
  if (month !== null) {
    return month.month >= 1 && month.month <= 12 ? lastDay(month.year, month.month) : null;
  }
  const day = dayIn(text, false);
  return day === 'none' ? null : day;
}

/** The period that lasts from one day to another; null when it is of none of the kinds. */
export function spanOf(starts: string, ends: string): Result<Period, PeriodProblem> | null {
  const year = Number(starts.slice(0, 4));
  const month = Number(starts.slice(5, 7));
  if (starts === ends) return ok({ text: starts, kind: 'day', starts, ends });
  if (!starts.endsWith('-01')) return null;
  const lasts = (months: number) => ends === lastDay(year, month + months - 1);
  if (lasts(1)) return monthOf(starts, year, month);
  if (lasts(3) && month % 3 === 1) {
    return ok(month === 1 ? quarterFrom(year - 1, 4) : quarterFrom(year, (month - 1) / 3));
  }
  if (lasts(12)) {
    if (month === 1) return singleYear(String(year), starts);
    if (month === 4) return ok(yearsPeriod(year, 'financial-year'));
    if (month === 9) return ok(yearsPeriod(year, 'academic-year'));
  }
  const last = Number(ends.slice(0, 4));
  const isWhole = month === 1 && ends.endsWith('-12-31') && last - year <= mostYears;
  return isWhole ? ok(severalYearsFrom(year, last)) : null;
}

function isSeveralYears(starts: string, ends: string): boolean {
  return Number(ends.slice(0, 4)) - Number(starts.slice(0, 4)) > 1;
}
