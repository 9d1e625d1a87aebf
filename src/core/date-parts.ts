import { dateFrom } from './dates.ts';
import { monthNumber } from './month-names.ts';
import { err, ok, type Result } from './result.ts';

/** Day, month and year as they were typed. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export type DatePartName = keyof DateParts;

export type DatePartsProblem =
  | { readonly kind: 'date-missing' }
  | { readonly kind: 'date-incomplete'; readonly missing: readonly DatePartName[] }
  | { readonly kind: 'year-not-four-digits' }
  | { readonly kind: 'not-a-real-date' };

function monthFrom(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : monthNumber(text);
}

/**
 * A calendar date, `YYYY-MM-DD`, from three typed parts. The month may be a number or its English name.
 * Refuses: nothing typed (`date-missing`, so that an optional date can be told apart), a part left out, a year that is
 * not four digits, and a day that is not in the calendar (31 April).
 *
 * @example
 * parseDateParts({ day: '7', month: 'March', year: '2026' }) // { ok: true, value: '2026-03-07' }
 */
export function parseDateParts(parts: DateParts): Result<string, DatePartsProblem> {
  const day = parts.day.trim();
  const month = parts.month.trim();
  const year = parts.year.trim();
  const missing: DatePartName[] = [];
  if (day === '') missing.push('day');
  if (month === '') missing.push('month');
  if (year === '') missing.push('year');
  if (missing.length === 3) return err({ kind: 'date-missing' });
  if (missing.length > 0) return err({ kind: 'date-incomplete', missing });
  if (!/^\d{4}$/.test(year)) return err({ kind: 'year-not-four-digits' });

  const monthCount = monthFrom(month);
  const dayCount = /^\d{1,2}$/.test(day) ? Number(day) : 0;
  if (monthCount < 1 || monthCount > 12 || dayCount < 1) return err({ kind: 'not-a-real-date' });
  const iso = `${year}-${String(monthCount).padStart(2, '0')}-${String(dayCount).padStart(2, '0')}`;
  const isReal = dateFrom(Number(year), monthCount, dayCount) === iso;
  return isReal ? ok(iso) : err({ kind: 'not-a-real-date' });
}

/** The three parts of a date field called `name`, as typed into a sent form. */
export function readDateParts(data: FormData, name: string): DateParts {
  const part = (which: DatePartName): string => {
    const value = data.get(`${name}-${which}`);
    return typeof value === 'string' ? value : '';
  };
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** A stored date taken apart for a date field; empty parts for anything that is not `YYYY-MM-DD`. */
export function dateParts(iso: string | null | undefined): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  if (!match) return { day: '', month: '', year: '' };
  return { day: String(Number(match[3])), month: String(Number(match[2])), year: match[1] ?? '' };
}

/** What to say beside a date field. `what` begins the sentence: "The end date". */
export function datePartsSentence(problem: DatePartsProblem, what: string): string {
  switch (problem.kind) {
    case 'date-missing':
      return `${what} is missing. Enter a day, month and year.`;
    case 'date-incomplete':
      return `${what} must include a ${problem.missing.join(' and a ')}.`;
    case 'year-not-four-digits':
      return `${what} must have a year of four digits, such as 2026.`;
    case 'not-a-real-date':
      return `${what} is not in the calendar. Check the day and the month.`;
  }
}
