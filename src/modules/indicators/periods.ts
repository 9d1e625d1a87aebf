import { dateFrom } from '#core/dates';
import { monthNumber } from '#core/month-names';
import { err, ok, type Result } from '#core/result';
import type { PeriodKind } from './types.ts';

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
  /** Could be a month or several years. */
  | { readonly kind: 'ambiguous-period'; readonly given: string };

/**
 * Reads a period as people and publishers write it: 2023/24, 2024, 2024/25 Q3, 2017-19, March 2024, 2024-03-15.
 *
 * Assumes: `wanted` is the kind of period expected, where it is known. Without it 2023/24 counts as an academic year
 * from 1 September; a financial year begins on 1 April, and its quarters with it.
 * Refuses: what is none of these; two years that do not follow one another; a day that does not exist; where nothing
 * is expected, a text such as 2004-07, which is as well a month as four years.
 *
 * @example
 * parsePeriod('2024/25 Q3') // starts 2024-10-01, ends 2024-12-31
 * parsePeriod('2017-19') // starts 2017-01-01, ends 2019-12-31
 */
export function parsePeriod(
  given: string,
  wanted: PeriodKind | null = null
): Result<Period, PeriodProblem> {
  const text = given
    .trim()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ');
  if (text === '') return err({ kind: 'no-period' });
  const found = firstReading(text, given, wanted);
  if (found === null) return err({ kind: 'unreadable-period', given, wanted });
  if (found.ok && wanted !== null && found.value.kind !== wanted) {
    return err({ kind: 'unreadable-period', given, wanted });
  }
  return found;
}

type Reading = Result<Period, PeriodProblem> | null;

function firstReading(text: string, given: string, wanted: PeriodKind | null): Reading {
  const quarter =
    /^(\d{4})[/-](\d{2}|\d{4}) ?,? ?Q([1-4])$/i.exec(text) ??
    reorder(/^Q([1-4]) ?,? ?(\d{4})[/-](\d{2}|\d{4})$/i.exec(text), [2, 3, 1]);
  if (quarter) return quarterOf(given, quarter);

  const twoYears = /^(\d{4}) ?\/ ?(\d{2}|\d{4})$/.exec(text);
  if (twoYears)
    return yearAcross(given, twoYears, wanted === 'financial-year' ? wanted : 'academic-year');

  const dashed = /^(\d{4}) ?(?:-|to) ?(\d{2}|\d{4})$/.exec(text);
  if (dashed) return dashedYears(given, dashed, wanted);

  const year = /^(\d{4})$/.exec(text)?.[1];
  if (year !== undefined)
    return ok({
      text: year,
      kind: 'calendar-year',
      starts: `${year}-01-01`,
      ends: `${year}-12-31`
    });

  const monthDigits = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (monthDigits) return monthOf(given, Number(monthDigits[2]), Number(monthDigits[1]));
  const monthWord = /^([a-z]{3,9})\.? (\d{4})$/i.exec(text);
  if (monthWord) return monthOf(given, Number(monthWord[2]), monthNumber(monthWord[1] ?? ''));

  const day =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ??
    reorder(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text), [3, 2, 1]);
  if (day) return dayOf(given, Number(day[1]), Number(day[2]), Number(day[3]));
  const dayWords = /^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})$/i.exec(text);
  if (dayWords) {
    return dayOf(given, Number(dayWords[3]), monthNumber(dayWords[2] ?? ''), Number(dayWords[1]));
  }
  return null;
}

function reorder(match: RegExpExecArray | null, order: readonly number[]): string[] | null {
  return match === null ? null : [match[0], ...order.map((index) => match[index] ?? '')];
}

/** The second year in full, where it was written with two digits. */
function fullYear(first: number, second: string): number {
  if (second.length === 4) return Number(second);
  const inCentury = first - (first % 100) + Number(second);
  return inCentury < first ? inCentury + 100 : inCentury;
}

function yearAcross(
  given: string,
  match: readonly (string | undefined)[],
  kind: 'academic-year' | 'financial-year'
): Reading {
  const first = Number(match[1]);
  if (fullYear(first, match[2] ?? '') !== first + 1)
    return err({ kind: 'years-not-in-turn', given });
  const text = `${first}/${twoDigits((first + 1) % 100)}`;
  return kind === 'financial-year'
    ? ok({ text, kind, starts: `${first}-04-01`, ends: `${first + 1}-03-31` })
    : ok({ text, kind, starts: `${first}-09-01`, ends: `${first + 1}-08-31` });
}

function quarterOf(given: string, match: readonly (string | undefined)[]): Reading {
  const first = Number(match[1]);
  if (fullYear(first, match[2] ?? '') !== first + 1)
    return err({ kind: 'years-not-in-turn', given });
  const quarter = Number(match[3]);
  const month = (quarter * 3) % 12;
  const year = quarter === 4 ? first + 1 : first;
  const starts = quarter === 4 ? `${year}-01-01` : `${year}-${twoDigits(month + 1)}-01`;
  const ends = lastDay(year, quarter === 4 ? 3 : month + 3);
  return ok({
    text: `${first}/${twoDigits((first + 1) % 100)} Q${quarter}`,
    kind: 'financial-quarter',
    starts,
    ends
  });
}

function dashedYears(
  given: string,
  match: readonly (string | undefined)[],
  wanted: PeriodKind | null
): Reading {
  const first = Number(match[1]);
  const second = match[2] ?? '';
  if (wanted === 'academic-year' || wanted === 'financial-year')
    return yearAcross(given, match, wanted);
  const mayBeMonth = second.length === 2 && Number(second) >= 1 && Number(second) <= 12;
  const last = fullYear(first, second);
  const mayBeYears = last > first && last - first <= 20;
  if (wanted === 'month' || (mayBeMonth && !mayBeYears && wanted === null)) {
    return monthOf(given, first, Number(second));
  }
  if (wanted === null && mayBeMonth && mayBeYears) return err({ kind: 'ambiguous-period', given });
  if (!mayBeYears) return err({ kind: 'years-not-in-turn', given });
  const text = `${first}-${twoDigits(last % 100)}`;
  return ok({ text, kind: 'several-years', starts: `${first}-01-01`, ends: `${last}-12-31` });
}

function monthOf(given: string, year: number, month: number): Reading {
  if (!(month >= 1 && month <= 12)) return err({ kind: 'no-such-date', given });
  const text = `${year}-${twoDigits(month)}`;
  return ok({ text, kind: 'month', starts: `${text}-01`, ends: lastDay(year, month) });
}

function dayOf(given: string, year: number, month: number, day: number): Reading {
  const text = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  const moment = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
  if (!isReal) return err({ kind: 'no-such-date', given });
  return ok({ text, kind: 'day', starts: text, ends: text });
}

function lastDay(year: number, month: number): string {
  return dateFrom(year, month + 1, 0);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

const monthWords = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
});
const dayWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
});

/** A period that somebody typed, as people say it; as it was typed where it is no period of this kind. */
export function typedPeriodWords(text: string, kind: PeriodKind): string {
  const read = parsePeriod(text, kind);
  return read.ok ? periodWords(read.value.text, kind) : text;
}

/**
 * A period as people say it.
 * @example periodWords('2024-03', 'month') // 'March 2024'
 */
export function periodWords(text: string, kind: PeriodKind): string {
  if (kind === 'month') return monthWords.format(new Date(`${text}-01T00:00:00Z`));
  if (kind === 'day') return dayWords.format(new Date(`${text}T00:00:00Z`));
  return text.replace('-', '–');
}
