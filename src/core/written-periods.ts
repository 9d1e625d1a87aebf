import { dateFrom, isDate } from './dates.ts';
import { monthNumber } from './month-names.ts';
import { err, ok, type Result } from './result.ts';
import { readDate } from './written-dates.ts';

/** Periods as people, publishers and spreadsheets write them. */

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

/** Letters of the longest text that is looked at: a period with the notes behind it. */
const longestText = 300;

/**
 * Reads a period as people and publishers write it: 2023/24, 202324, FY2024/25, Year ending March 2025, 2024, 2024/25 Q3, Oct-Dec 2024,
 * 2017-19, March 2024, Jan-24, 2024M01, 2024-03-15, 1 April 2024 to 31 March 2025.
 *
 * Assumes: `wanted` is the kind of period expected, where it is known. Without it 2023/24 counts as an academic year. A date that is the
 * first or the last day of its month stands for the month where months are wanted, as spreadsheets keep them. A moment with its zone
 * is the day it was in the United Kingdom.
 * Refuses: what is none of these; two years that do not follow one another; a day that does not exist; several years where one period is
 * wanted; and what may be read in two ways, such as 2024 Q4 or, where nothing is expected, 2004-07.
 *
 * @example
 * parsePeriod('2024/25 Q3') // starts 2024-10-01, ends 2024-12-31
 * parsePeriod('Year ending March 2025') // the financial year 2024/25
 */
export function parsePeriod(
  given: string,
  wanted: PeriodKind | null = null
): Result<Period, PeriodProblem> {
  // What is longer is no period, and would take the patterns below the square of its length.
  if (given.length > longestText) {
    return err({ kind: 'unreadable-period', given: `${given.trim().slice(0, 40)}…`, wanted });
  }
  const text = plainly(given);
  if (text === '') return err({ kind: 'no-period' });
  for (const read of readers) {
    const found = read(text, given, wanted);
    if (found === null) continue;
    if (!found.ok || wanted === null) return found;
    const fitting = asWanted(found.value, wanted);
    if (fitting !== null) return ok(fitting);
    return found.value.kind === 'several-years'
      ? err({ kind: 'period-of-several-years', given, wanted })
      : err({ kind: 'unreadable-period', given, wanted });
  }
  return err({ kind: 'unreadable-period', given, wanted });
}

type Reading = Result<Period, PeriodProblem> | null;
type Reader = (text: string, given: string, wanted: PeriodKind | null) => Reading;

/** In the order they are tried: what says more of itself comes first. */
const readers: readonly Reader[] = [
  quarterOfTwoYears,
  quarterOfOneYear,
  yearOfAKind,
  yearEnding,
  acrossYears,
  severalYears,
  singleYear,
  singleMonth,
  singleDay,
  fromUntil
];

/** One way of writing dashes, blanks and the small words around a period; notes behind it are left out. */
function plainly(given: string): string {
  return given
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019`´]/g, "'")
    .replace(/\[note[^\]]*\]|\(note[^)]*\)/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The period itself, or the month that a day stands for where months are wanted. */
function asWanted(period: Period, wanted: PeriodKind): Period | null {
  if (period.kind === wanted) return period;
  if (wanted !== 'month' || period.kind !== 'day') return null;
  const [year, month] = period.text.split('-').map(Number);
  const read = monthOf(period.text, year ?? 0, month ?? 0);
  if (!read.ok) return null;
  return [read.value.starts, read.value.ends].includes(period.starts) ? read.value : null;
}

const quarterWord = String.raw`(?:q|qtr ?|quarter ?)([1-4])`;
const twoYears = String.raw`(?:fy ?|financial year )?(\d{4}) ?(?:[/-] ?|)(\d{2}|\d{4})`;
const monthsBeside = String.raw`(?: ?\(?[a-z]{3,9} ?(?:-|to) ?[a-z]{3,9}\)?)?`;
const quarterLast = new RegExp(
  `^${twoYears} ?,? ?-? ?(?:financial year )?${quarterWord}${monthsBeside}$`
);
const quarterFirst = new RegExp(
  `^(?:financial year )?${quarterWord}${monthsBeside} ?,? ?-? ?${twoYears}$`
);

function quarterOfTwoYears(text: string, given: string): Reading {
  const last = quarterLast.exec(text);
  const first = quarterFirst.exec(text);
  const [year, second, quarter] =
    last !== null ? last.slice(1, 4) : first !== null ? [first[2], first[3], first[1]] : [];
  if (year === undefined || second === undefined) return null;
  const begins = Number(year);
  if (fullYear(begins, second) !== begins + 1) return err({ kind: 'years-not-in-turn', given });
  return ok(quarterFrom(begins, Number(quarter)));
}

const quarterOfYear = new RegExp(
  `^(?:(\\d{4}) ?,? ?-? ?${quarterWord}|${quarterWord} ?,? ?-? ?(\\d{4}))$`
);

function quarterOfOneYear(text: string, given: string): Reading {
  const match = quarterOfYear.exec(text);
  if (match === null) return null;
  const year = Number(match[1] ?? match[4]);
  return err({ kind: 'ambiguous-quarter', given, year, quarter: Number(match[2] ?? match[3]) });
}

/** The financial quarter of the year that begins in `year`. */
function quarterFrom(year: number, quarter: number): Period {
  const month = quarter === 4 ? 1 : quarter * 3 + 1;
  const calendarYear = quarter === 4 ? year + 1 : year;
  return {
    text: `${twoYearsText(year)} Q${quarter}`,
    kind: 'financial-quarter',
    starts: dateFrom(calendarYear, month, 1),
    ends: lastDay(calendarYear, month + 2)
  };
}

const kindWords: readonly (readonly [
  RegExp,
  'academic-year' | 'financial-year' | 'calendar-year'
])[] = [
  [
    /^(?:academic|school) year:?|^ay\b|^ay(?=\d)|(?:academic|school) year$|\bay$|\((?:academic|school)\)$/,
    'academic-year'
  ],
  [
    /^(?:financial|fiscal|tax) year:?|^fy\b|^fy(?=\d)|^f\/y\b|(?:financial|fiscal|tax) year$|\bfy$|\((?:financial|fiscal)\)$/,
    'financial-year'
  ],
  [/^calendar year:?|^cy\b|^cy(?=\d)|^year(?= \d)|calendar year$|\(calendar\)$/, 'calendar-year']
];

/** A year that says what kind of year it is: Academic year 2024-25, FY2024/25. */
function yearOfAKind(text: string, given: string, wanted: PeriodKind | null): Reading {
  for (const [form, kind] of kindWords) {
    if (!form.test(text)) continue;
    const rest = text.replace(form, '').replace(/^[:,( ]+|[),: ]+$/g, '');
    if (kind === 'calendar-year') return singleYear(rest, given);
    const across = twoYearsOf(rest);
    if (across !== null) return yearFrom(across, kind, given);
    const ends = /^end(?:ing|ed) (\d{4})$/.exec(rest)?.[1];
    if (ends !== undefined) return ok(yearsPeriod(Number(ends) - 1, kind));
    if (/^(?:\d{4}|\d{2})$/.test(rest)) return err({ kind: 'ambiguous-period', given });
    return fromUntil(rest, given, wanted) ?? yearEnding(`year ${rest}`, given);
  }
  return null;
}

const ending =
  /^(?:(?:12|twelve) months|year|y\/?e|fye) ?(?:end(?:ing|ed)?|to(?: the end of)?|-)?:? ?(.+)$/;

/** Year ending March 2025, 12 months to 31 December 2024. */
function yearEnding(text: string, given: string): Reading {
  const rest = ending.exec(text)?.[1];
  if (rest === undefined || !/[a-z/-]/.test(rest)) return null;
  const end = lastDayOf(rest);
  if (end === null) return null;
  const [year, month] = end.split('-').map(Number);
  const starts = dateFrom((year ?? 0) - 1, (month ?? 0) + 1, 1);
  return spanOf(starts, end) ?? err({ kind: 'unreadable-period', given, wanted: null });
}

/** 2023/24, 2023-24 where a year across two is wanted, 202324, 23/24. */
function acrossYears(text: string, given: string, wanted: PeriodKind | null): Reading {
  const isYear = wanted === 'academic-year' || wanted === 'financial-year';
  const kind = wanted === 'financial-year' ? wanted : 'academic-year';
  const slashed = /^(\d{4}) ?\/ ?(\d{2}|\d{4})$/.exec(text);
  if (slashed !== null) {
    const isMonth = fullYear(Number(slashed[1]), slashed[2] ?? '') !== Number(slashed[1]) + 1;
    if (isMonth && wanted === 'month')
      return monthOf(given, Number(slashed[1]), Number(slashed[2]));
  }
  const across = twoYearsOf(text);
  if (across === null) return null;
  if (across.written === 'slash') return yearFrom(across, kind, given);
  // Six digits may be a month, and a dash several years or a month.
  if (across.written === 'dash') return isYear ? yearFrom(across, kind, given) : null;
  const isNext = across.second === across.first + 1;
  if (across.written === 'short') {
    if (!isNext) return null;
    return isYear ? yearFrom(across, kind, given) : err({ kind: 'ambiguous-period', given });
  }
  const mayBeMonth = /^\d{4}(?:0[1-9]|1[0-2])$/.test(text);
  if (!isNext || wanted === 'month') return null;
  return mayBeMonth && !isYear
    ? err({ kind: 'ambiguous-period', given })
    : yearFrom(across, kind, given);
}

type TwoYears = {
  readonly first: number;
  readonly second: number;
  readonly written: 'slash' | 'dash' | 'run together' | 'short';
};

function twoYearsOf(text: string): TwoYears | null {
  const long = /^(\d{4}) ?(\/|-|to|)? ?(\d{4}|\d{2})$/.exec(text);
  if (long !== null) {
    const first = Number(long[1]);
    const sign = long[2] ?? '';
    return {
      first,
      second: fullYear(first, long[3] ?? ''),
      written: sign === '/' ? 'slash' : sign === '' ? 'run together' : 'dash'
    };
  }
  const short = /^(\d{2}) ?[/-] ?(\d{2})$/.exec(text);
  if (short === null) return null;
  const first = 2000 + Number(short[1]);
  return { first, second: fullYear(first, short[2] ?? ''), written: 'short' };
}

function yearFrom(
  { first, second }: TwoYears,
  kind: 'academic-year' | 'financial-year',
  given: string
): Reading {
  if (second !== first + 1) return err({ kind: 'years-not-in-turn', given });
  return ok(yearsPeriod(first, kind));
}

function yearsPeriod(first: number, kind: 'academic-year' | 'financial-year'): Period {
  const text = twoYearsText(first);
  return kind === 'financial-year'
    ? { text, kind, starts: `${first}-04-01`, ends: `${first + 1}-03-31` }
    : { text, kind, starts: `${first}-09-01`, ends: `${first + 1}-08-31` };
}

const mostYears = 20;

/** 2017-19, or a month where it can only be one; 2020/21 to 2022/23 is said to be several years. */
function severalYears(text: string, given: string, wanted: PeriodKind | null): Reading {
  if (/^(?:\d{4}|\d{2})[/-]\d{2,4} ?(?:-|to) ?(?:\d{4}|\d{2})[/-]\d{2,4}$/.test(text)) {
    return isDatePair(text) ? null : err({ kind: 'period-of-several-years', given, wanted });
  }
  const dashed = /^(\d{4}) ?(?:-|to) ?(\d{2}|\d{4})$/.exec(text);
  if (dashed === null) return null;
  const first = Number(dashed[1]);
  const second = dashed[2] ?? '';
  const mayBeMonth = second.length === 2 && Number(second) >= 1 && Number(second) <= 12;
  const last = fullYear(first, second);
  const mayBeYears = last > first && last - first <= mostYears;
  if (wanted === 'month' || (mayBeMonth && !mayBeYears && wanted === null)) {
    return monthOf(given, first, Number(second));
  }
  if (wanted === null && mayBeMonth && mayBeYears) return err({ kind: 'ambiguous-period', given });
  return mayBeYears ? ok(severalYearsFrom(first, last)) : err({ kind: 'years-not-in-turn', given });
}

/** `2024-01 to 2024-12` are two months, not years. */
function isDatePair(text: string): boolean {
  return fromUntil(text, text, null)?.ok === true;
}

function severalYearsFrom(first: number, last: number): Period {
  return {
    text: `${first}-${twoDigits(last % 100)}`,
    kind: 'several-years',
    starts: `${first}-01-01`,
    ends: `${last}-12-31`
  };
}

function singleYear(text: string, given: string): Reading {
  if (!/^\d{4}$/.test(text)) return null;
  const year = Number(text);
  if (year < 1900 || year > 2200) return err({ kind: 'no-such-date', given });
  return ok({ text, kind: 'calendar-year', starts: `${text}-01-01`, ends: `${text}-12-31` });
}

/** January 2024, Jan-24, 2024 JAN, 2024M01, 01/2024, 2024/01, 202401. */
function singleMonth(text: string, given: string, wanted: PeriodKind | null): Reading {
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

function monthOf(given: string, year: number, month: number): Result<Period, PeriodProblem> {
  const isReal = month >= 1 && month <= 12 && year >= 1900 && year <= 2200;
  if (!isReal) return err({ kind: 'no-such-date', given });
  const text = `${year}-${twoDigits(month)}`;
  return ok({ text, kind: 'month', starts: `${text}-01`, ends: lastDay(year, month) });
}

function singleDay(text: string, given: string, wanted: PeriodKind | null): Reading {
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
function fromUntil(text: string, given: string, wanted: PeriodKind | null): Reading {
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

function lastDayOf(text: string): string | null {
  const month = monthIn(text);
  if (month !== null) {
    return month.month >= 1 && month.month <= 12 ? lastDay(month.year, month.month) : null;
  }
  const day = dayIn(text, false);
  return day === 'none' ? null : day;
}

/** The period that lasts from one day to another; null when it is of none of the kinds. */
function spanOf(starts: string, ends: string): Result<Period, PeriodProblem> | null {
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

/** The second year in full, where it was written with two digits. */
function fullYear(first: number, second: string): number {
  if (second.length === 4) return Number(second);
  const inCentury = first - (first % 100) + Number(second);
  return inCentury < first ? inCentury + 100 : inCentury;
}

function century(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function twoYearsText(first: number): string {
  return `${first}/${twoDigits((first + 1) % 100)}`;
}

function monthStart(year: number, month: number): string | null {
  return month >= 1 && month <= 12 ? dateFrom(year, month, 1) : null;
}

function lastDay(year: number, month: number): string {
  return dateFrom(year, month + 1, 0);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
