import { dateFrom, dateInUtc, dateOf, isDate } from './dates.ts';
import { monthNumber } from './month-names.ts';
import { err, ok, type Result } from './result.ts';

/** Calendar dates as people write them, and the days between them. A date is `YYYY-MM-DD`; it has no time zone. */

export type DateProblem =
  | { readonly kind: 'date-missing' }
  | { readonly kind: 'not-a-date'; readonly given: string }
  | { readonly kind: 'not-in-calendar'; readonly given: string };

const numeric = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const named = /^(\d{1,2})(?:st|nd|rd|th)?[/.\- ]*([a-z]{3,9})\.?[/.\-, ]*(\d{4}|\d{2})$/i;
const monthAndYear = /^([a-z]{3,9})\.?[/.\-, ]+(\d{4})$/i;
/** `Jan-26`, as spreadsheets show a month; with a space it could be the 26th. */
const monthAndShortYear = /^([a-z]{3})-(\d{2})$/i;
/** A day of the week, or what says that a week begins: it adds nothing to the date. */
const before =
  /^(?:(?:w\/?[ceb]|week (?:commencing|beginning|ending))[: ]*|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[., ]+)/i;
const isoForm = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/;
/** `2026/02/03`: a year that stands first is followed by the month. */
const yearFirst = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/;
/** `Apr 1, 2024`: the name of the month says which number is the day. */
const nameFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
/** What programs put behind a day: a time, and perhaps its zone. */
const timeBehind = /[t ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[ap]m)?$/i;
const momentForm =
  /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(z|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads a date as people in the United Kingdom write it: `3/2/2026`, `03.02.26`, `2026-02-03`, `2026/02/03`, `3 Feb 2026`, `3rd February
 * 2026`, `Tue 3 Feb 2026`, `Feb 3, 2026`, `w/c 3/2/26`. A month without a day (`Feb 2026`, `Feb-26`, `2026-02`) is its first day. A year
 * of two digits lies in this century. A time behind the day is left out; with its zone it is the day it was in the United Kingdom.
 * Refuses: nothing at all, what is not a date, and a day that is not in the calendar.
 *
 * @example
 * readDate('3/2/2026') // { ok: true, value: '2026-02-03' }
 */
export function readDate(text: string): Result<string, DateProblem> {
  const given = text.trim().replace(/\s+/g, ' ').replace(before, '');
  if (given === '') return err({ kind: 'date-missing' });
  const moment = momentForm.exec(given);
  if (moment !== null) return dayOfMoment(moment, given);
  const parts = partsOf(given.replace(timeBehind, ''));
  if (parts === null) return err({ kind: 'not-a-date', given });
  const { year, month, day } = parts;
  const iso = isoOf(year, month, day);
  return iso === null ? err({ kind: 'not-in-calendar', given }) : ok(iso);
}

/** The day in the United Kingdom of a moment that was written with its zone. */
function dayOfMoment(written: RegExpExecArray, given: string): Result<string, DateProblem> {
  const [, day = '', time = '', zone = ''] = written;
  if (!isDate(day)) return err({ kind: 'not-in-calendar', given });
  const moment = new Date(`${day}T${time}${zone.toUpperCase()}`);
  return Number.isNaN(moment.getTime()) ? err({ kind: 'not-a-date', given }) : ok(dateOf(moment));
}

function partsOf(given: string): { year: number; month: number; day: number } | null {
  const iso = isoForm.exec(given);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3] ?? 1) };
  const slashed = yearFirst.exec(given);
  if (slashed)
    return { year: Number(slashed[1]), month: Number(slashed[3]), day: Number(slashed[4]) };
  const plain = numeric.exec(given);
  if (plain) return { year: yearOf(plain[3]), month: Number(plain[2]), day: Number(plain[1]) };
  const withName = named.exec(given);
  if (withName) {
    const month = monthNumber(withName[2] ?? '');
    return month === 0 ? null : { year: yearOf(withName[3]), month, day: Number(withName[1]) };
  }
  const american = nameFirst.exec(given);
  if (american) {
    const month = monthNumber(american[1] ?? '');
    return month === 0 ? null : { year: Number(american[3]), month, day: Number(american[2]) };
  }
  const monthOnly = monthAndYear.exec(given) ?? monthAndShortYear.exec(given);
  if (monthOnly) {
    const month = monthNumber(monthOnly[1] ?? '');
    return month === 0 ? null : { year: yearOf(monthOnly[2]), month, day: 1 };
  }
  return null;
}

function yearOf(text: string | undefined): number {
  const year = Number(text);
  return text?.length === 2 ? 2000 + year : year;
}

/** The ISO form, or null when there is no such day. */
function isoOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dateFrom(year, month, day) === iso ? iso : null;
}

const millisecondsADay = 24 * 60 * 60 * 1000;

/** Whole days from one date to another; negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsADay
  );
}

/** The date so many days later. */
export function dayAfter(date: string, days: number): string {
  return dateInUtc(new Date(Date.parse(`${date}T00:00:00Z`) + days * millisecondsADay));
}

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date in words: "3 February 2026". */
export function sayDate(date: string): string {
  return inWords.format(new Date(`${date}T00:00:00Z`));
}

/** What is wrong with a date. `what` begins the sentence: "The date of the test". */
export function dateSentence(problem: DateProblem, what: string): string {
  switch (problem.kind) {
    case 'date-missing':
      return `${what} is missing. Write it like 3/2/2026.`;
    case 'not-a-date':
      return `${what}, “${shortened(problem.given)}”, cannot be read as a date. Write it like 3/2/2026, 2026-02-03 or 3 Feb 2026.`;
    case 'not-in-calendar':
      return `${what}, ${shortened(problem.given)}, is not in the calendar. Check the day and the month.`;
  }
}

/** A text short enough to stand in a sentence. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
