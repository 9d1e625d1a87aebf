import { dateFrom } from '../dates.ts';
import { err, ok, type Result } from '../result.ts';

/** What a period is, and the making of one from its years, quarter or month. */

/** The kinds of period a figure can be about. A financial year begins on 1 April, an academic year on 1 September. */
export type PeriodKind =
  | 'academic-year'
  | 'financial-year'
  | 'calendar-year'
  | 'financial-quarter'
  | 'several-years'
  | 'month'
  | 'day';

/** A period read from text. `text` is its one agreed spelling; both days belong to it. */
export type Period = {
  readonly text: string;
  readonly kind: PeriodKind;
  readonly starts: string;
  readonly ends: string;
};

export type PeriodProblem =
  | { readonly kind: 'no-period' }
  | {
      readonly kind: 'unreadable-period';
      readonly given: string;
      readonly wanted: PeriodKind | null;
    }
  | { readonly kind: 'years-not-in-turn'; readonly given: string }
  | { readonly kind: 'no-such-date'; readonly given: string }
  /** Could be a month or several years, or a year of two kinds. */
  | { readonly kind: 'ambiguous-period'; readonly given: string }
  /** A quarter of a single year: of the calendar year, or of the financial year that begins in it. */
  | {
      readonly kind: 'ambiguous-quarter';
      readonly given: string;
      readonly year: number;
      readonly quarter: number;
    }
  /** Several years, where one period is wanted. */
  | {
      readonly kind: 'period-of-several-years';
      readonly given: string;
      readonly wanted: PeriodKind | null;
    };

/** What a way of writing makes of a text; null where it is not written so. */
export type Reading = Result<Period, PeriodProblem> | null;

/** One way of writing periods. `text` is tidied, `given` as it stood, `wanted` the kind that is expected, where it is known. */
export type Reader = (text: string, given: string, wanted: PeriodKind | null) => Reading;

/** How many years one period may have. */
export const mostYears = 20;

/** The academic or financial year that begins in `first`. */
export function yearsPeriod(first: number, kind: 'academic-year' | 'financial-year'): Period {
  const text = twoYearsText(first);
  return kind === 'financial-year'
    ? { text, kind, starts: `${first}-04-01`, ends: `${first + 1}-03-31` }
    : { text, kind, starts: `${first}-09-01`, ends: `${first + 1}-08-31` };
}

/** The calendar years from one to another. */
export function severalYearsFrom(first: number, last: number): Period {
  return {
    text: `${first}-${twoDigits(last % 100)}`,
    kind: 'several-years',
    starts: `${first}-01-01`,
    ends: `${last}-12-31`
  };
}

/** Several years that lie across two each, written in full: `2020/21-2022/23`. */
export function severalTwoYearsFrom(first: number, last: number): Period {
  return {
    text: `${twoYearsText(first)}-${twoYearsText(last)}`,
    kind: 'several-years',
    starts: `${first}-04-01`,
    ends: `${last + 1}-03-31`
  };
}

/** The financial quarter of the year that begins in `year`. */
export function quarterFrom(year: number, quarter: number): Period {
  const month = quarter === 4 ? 1 : quarter * 3 + 1;
  const calendarYear = quarter === 4 ? year + 1 : year;
  return {
    text: `${twoYearsText(year)} Q${quarter}`,
    kind: 'financial-quarter',
    starts: dateFrom(calendarYear, month, 1),
    ends: lastDay(calendarYear, month + 2)
  };
}

/** 2024, between 1900 and 2200. */
export function singleYear(text: string, given: string): Reading {
  if (!/^\d{4}$/.test(text)) return null;
  const year = Number(text);
  if (year < 1900 || year > 2200) return err({ kind: 'no-such-date', given });
  return ok({ text, kind: 'calendar-year', starts: `${text}-01-01`, ends: `${text}-12-31` });
}

/** A month of the calendar; `given` is said of one that is none. */
export function monthOf(given: string, year: number, month: number): Result<Period, PeriodProblem> {
  const isReal = month >= 1 && month <= 12 && year >= 1900 && year <= 2200;
  if (!isReal) return err({ kind: 'no-such-date', given });
  const text = `${year}-${twoDigits(month)}`;
  return ok({ text, kind: 'month', starts: `${text}-01`, ends: lastDay(year, month) });
}

/** The second year in full, where it was written with two digits. */
export function fullYear(first: number, second: string): number {
  if (second.length === 4) return Number(second);
  const inCentury = first - (first % 100) + Number(second);
  return inCentury < first ? inCentury + 100 : inCentury;
}

/** The year in full, where it was written with two digits: of this century. */
export function century(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function twoYearsText(first: number): string {
  return `${first}/${twoDigits((first + 1) % 100)}`;
}

/** The first day of a month, or null where there is no such month. */
export function monthStart(year: number, month: number): string | null {
  return month >= 1 && month <= 12 ? dateFrom(year, month, 1) : null;
}

/** The last day of a month. */
export function lastDay(year: number, month: number): string {
  return dateFrom(year, month + 1, 0);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
