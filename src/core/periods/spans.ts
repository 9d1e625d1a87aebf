import { dateFrom, isDate } from '../dates.ts';
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

/** January 2024, Jan-24, 2024 JAN, 2024M01, 01/2024, 2024/01, 202401, Month ending 31 January 2024. */
export function singleMonth(text: string, given: string, wanted: PeriodKind | null): Reading {
  const named = /^(?:calendar )?month (?:of|end(?:ing|ed)) (.+)$/.exec(text)?.[1] ?? text;
  const found = monthIn(named, wanted === 'month');
  if (found !== null) return monthOf(given, found.year, found.month);
  if (named === text) return null;
  const day = dayIn(named, true);
  const [year, month] = day === null || day === 'none' ? [] : day.split('-').map(Number);
  const read = monthOf(given, year ?? 0, month ?? 0);
  return read.ok && read.value.ends === day ? read : null;
}

const twoYears = String.raw`(fy ?)?(\d{4})[/-]?(\d{2})`;
const numberedMonth = new RegExp(
  `^(?:(?:m|mth|month) ?(\\d{1,2}),? ${twoYears}|${twoYears},? (?:m|mth|month) ?(\\d{1,2}))$`
);
const namedMonth = new RegExp(`^([a-z]{3,9})\\.?,? ${twoYears}$`);

/**
 * M1 2024/25, 2024/25 M01, April FY2024/25, January 2024/25: a month of the financial year, as the National Health Service and councils
 * count them. A month by its name between April and August lies in the first year of a financial and in the second of an academic year:
 * it is asked, unless the year says which it is.
 */
export function monthOfYear(text: string, given: string): Reading {
  const numbered = numberedMonth.exec(text);
  const named = namedMonth.exec(text);
  if (named === null && numbered === null) return null;
  const [fy, first, second] =
    named !== null
      ? [named[2], named[3], named[4]]
      : [numbered?.[2] ?? numbered?.[5], numbered?.[3] ?? numbered?.[6], numbered?.[4] ?? numbered?.[7]]; // prettier-ignore
  const month =
    named !== null
      ? monthNumber(named[1] ?? '')
      : ((Number(numbered?.[1] ?? numbered?.[8]) + 2) % 12) + 1;
  const year = Number(first);
  if (named !== null && month === 0) return null;
  if ((year + 1) % 100 !== Number(second)) return err({ kind: 'years-not-in-turn', given });
  const number = Number(numbered?.[1] ?? numbered?.[8] ?? 1);
  if (number < 1 || number > 12) return err({ kind: 'no-such-date', given });
  if (named !== null && fy === undefined && month >= 4 && month <= 8)
    return err({ kind: 'ambiguous-period', given });
  return monthOf(given, month >= 4 ? year : year + 1, month);
}

/**
 * The month that a text names. `isWanted` lets it be written as it may only be where nothing else can be meant: with two digits behind a
 * blank, or by digits that might be a year's.
 */
function monthIn(text: string, isWanted = false): { year: number; month: number } | null {
  const nameFirst =
    /^([a-z]{3,9})\.?[-/., ]*(\d{4})$/.exec(text) ??
    /^([a-z]{3,9})\.?(?:-|\/| ?')(\d{2})$/.exec(text) ??
    (isWanted ? /^([a-z]{3,9})\.? ?(\d{2})$/.exec(text) : null);
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
    (isWanted ? /^(\d{4})[-.](\d{2})$/.exec(text) : null) ??
    (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/.test(text) ? /^(\d{4})(\d{2})$/.exec(text) : null);
  if (digits !== null) return { year: Number(digits[1]), month: Number(digits[2]) };
  const monthFirst =
    /^(\d{1,2})[/-](\d{4})$/.exec(text) ?? (isWanted ? /^(\d{2})\.(\d{4})$/.exec(text) : null);
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
    : /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|[a-z].*\b\d{4}\b|\d{4}.*[a-z]/.test(
        text
      );
  if (!isWritten || monthIn(text, true) !== null) return 'none';
  const read = readDate(text);
  if (read.ok) return read.value;
  return read.error.kind === 'not-in-calendar' ? null : 'none';
}

/** From one month or day to another: Oct-Dec 2024, Jan 2024-Dec 2024, 1 April 2024 to 31 March 2025. */
export function fromUntil(text: string, given: string, wanted: PeriodKind | null): Reading {
  for (const { 0: sign, index } of text.matchAll(/ ?(?:-|\b(?:to|until|through)\b|\/) ?/g)) {
    const [first, last] = ends(text.slice(0, index), text.slice(index + sign.length));
    const until = lastDayOf(last);
    if (until === null) continue;
    const from = firstDayOf(first, last);
    if (from === null || from > until) continue;
    const span = spanOf(from, until);
    if (span !== null) return span;
    return isSeveralYears(from, until)
      ? err({ kind: 'period-of-several-years', given, wanted })
      : err({ kind: 'unreadable-period', given, wanted });
  }
  return null;
}

/** Both ends of `2024 Apr - Jun` with the year where the others have it. */
function ends(first: string, last: string): [string, string] {
  const yearFirst = /^(\d{4}) ([a-z]{3,9})$/.exec(first);
  return yearFirst !== null && /^[a-z]{3,9}$/.test(last)
    ? [yearFirst[2] ?? '', `${last} ${yearFirst[1] ?? ''}`]
    : [first, last];
}

function firstDayOf(text: string, last: string): string | null {
  const month = monthIn(text, true);
  if (month !== null) return monthStart(month.year, month.month);
  const named = monthNumber(text.replace(/\.$/, ''));
  if (/^[a-z]+\.?$/.test(text) && named > 0) {
    // A month without its year has the year of the other one, as in Oct-Dec 2024.
    const end = monthIn(last, true);
    return end === null ? null : monthStart(named <= end.month ? end.year : end.year - 1, named);
  }
  const day = dayIn(text, true);
  return day === 'none' ? null : day;
}

/** The last day of the month or day that a text names, or null. */
export function lastDayOf(text: string): string | null {
  const month = monthIn(text, true);
  if (month !== null) {
    return month.month >= 1 && month.month <= 12 ? lastDay(month.year, month.month) : null;
  }
  const day = dayIn(text, true);
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

/** The quarter whose last day this is, or null. */
export function quarterUntil(ends: string): Period | null {
  const month = Number(ends.slice(5, 7));
  if (month % 3 !== 0) return null;
  const span = spanOf(dateFrom(Number(ends.slice(0, 4)), month - 2, 1), ends);
  return span?.ok === true && span.value.kind === 'financial-quarter' ? span.value : null;
}

function isSeveralYears(starts: string, ends: string): boolean {
  return Number(ends.slice(0, 4)) - Number(starts.slice(0, 4)) > 1;
}
