import { sayDate } from './written-dates.ts';
import { dateFrom } from './dates.ts';

/** Dates in digits alone, such as 01/02/2024: which number is the day, the whole column says or somebody does, never one row. */

export type DateOrder = 'day-first' | 'month-first';

/** What the dates of some columns show together. */
export type DatesInDigits =
  /** `because` can be read in this order alone. */
  | { readonly kind: 'decided'; readonly order: DateOrder; readonly because: string }
  /** `sample` is one of several that are another day in the other order. */
  | { readonly kind: 'open'; readonly sample: string }
  /** Some can be read day first alone, others month first alone. */
  | { readonly kind: 'contrary'; readonly dayFirst: string; readonly monthFirst: string };

const digitsForm =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[t ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[ap]m)?)?$/i;

type Digits = { readonly first: number; readonly second: number; readonly year: number };

function digitsIn(text: string): Digits | null {
  const found = digitsForm.exec(text.trim());
  if (found === null) return null;
  const year = Number(found[4]);
  return {
    first: Number(found[1]),
    second: Number(found[3]),
    year: found[4]?.length === 2 ? 2000 + year : year
  };
}

/** Whether a text is a date in digits, a day, a month and a year, in whichever order. */
export function isDateInDigits(text: string): boolean {
  const digits = digitsIn(text);
  return digits !== null && Math.min(digits.first, digits.second) <= 12;
}

/**
 * Which number is the day in the dates of a column, by all of them together; null where none is in doubt.
 * @example orderOfDates(['01/02/2024', '01/13/2024']) // decided, month-first, because of '01/13/2024'
 */
export function orderOfDates(texts: Iterable<string>): DatesInDigits | null {
  let dayFirst: string | null = null;
  let monthFirst: string | null = null;
  let open: string | null = null;
  for (const text of texts) {
    const digits = digitsIn(text);
    if (digits === null || digits.first === digits.second) continue;
    if (digits.first > 12 && digits.second <= 12) dayFirst ??= text.trim();
    else if (digits.second > 12 && digits.first <= 12) monthFirst ??= text.trim();
    else if (digits.first <= 12) open ??= text.trim();
  }
  if (dayFirst !== null && monthFirst !== null) return { kind: 'contrary', dayFirst, monthFirst };
  if (dayFirst !== null) return { kind: 'decided', order: 'day-first', because: dayFirst };
  if (monthFirst !== null) return { kind: 'decided', order: 'month-first', because: monthFirst };
  return open === null ? null : { kind: 'open', sample: open };
}

/**
 * A date in digits as `YYYY-MM-DD`; null for anything else, and for what is not in the calendar in this order.
 * @example dateInOrder('01/13/2024', 'month-first') // '2024-01-13'
 */
export function dateInOrder(text: string, order: DateOrder): string | null {
  const digits = digitsIn(text);
  if (digits === null) return null;
  const [day, month] =
    order === 'day-first' ? [digits.first, digits.second] : [digits.second, digits.first];
  const iso = `${digits.year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dateFrom(digits.year, month, day) === iso ? iso : null;
}

/** How the dates of a table were read, for whoever sent it. */
export type DatesRead = {
  readonly found: DatesInDigits;
  /** As they were read; day first where nothing else is known. */
  readonly order: DateOrder;
};

type Cells = readonly (readonly string[])[];

/**
 * The cells with every date in digits of one order. Columns of dates are those that hold nothing else from their first date in digits on, but
 * blanks and dates in other forms; all of them speak together, for one hand wrote the table. What somebody `says` counts where they leave it open.
 * Dates that are read day first stay as they are: our readers read them so.
 */
export function withDatesInOrder(
  cells: Cells,
  says: DateOrder | null = null
): { cells: Cells; dates: DatesRead | null } {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    isColumnOfDates(cells, column)
  );
  if (columns.length === 0) return { cells, dates: null };
  const found = orderOfDates(columns.flatMap((column) => cells.map((row) => row[column] ?? '')));
  if (found === null) return { cells, dates: null };
  const order = found.kind === 'decided' ? found.order : found.kind === 'open' ? (says ?? 'day-first') : 'day-first'; // prettier-ignore
  if (order === 'day-first') return { cells, dates: { found, order } };
  const own = new Set(columns);
  const turned = cells.map((row) =>
    row.map((cell, column) => (own.has(column) ? (dateInOrder(cell, order) ?? cell) : cell))
  );
  return { cells: turned, dates: { found, order } };
}

const otherDates = /^\d{4}-\d{1,2}(-\d{1,2})?\b|[a-z]{3}/i;

function isColumnOfDates(cells: Cells, column: number): boolean {
  const first = cells.findIndex((row) => isDateInDigits(row[column] ?? ''));
  if (first === -1) return false;
  return cells.slice(first).every((row) => {
    const text = (row[column] ?? '').trim();
    return text === '' || isDateInDigits(text) || (otherDates.test(text) && /\d/.test(text));
  });
}

/** How dates were read, in a sentence; empty where nothing needs to be said: day first, and certain. */
export function datesSentence({ found, order }: DatesRead): string {
  switch (found.kind) {
    case 'decided':
      return order === 'day-first'
        ? ''
        : `Dates have the month first here: ${found.because} can be nothing else.`;
    case 'open':
      return `Dates were read with the ${order === 'day-first' ? 'day' : 'month'} first: ${found.sample} as ${saidIn(found.sample, order)}. Nothing in the table says whether that is right.`;
    case 'contrary':
      return `Some dates have the day first, such as ${found.dayFirst}, and others the month, such as ${found.monthFirst}. Write them all in one way.`;
  }
}

/** A date in digits in words, as this order reads it. */
export function saidIn(text: string, order: DateOrder): string {
  const date = dateInOrder(text, order);
  return date === null ? text : sayDate(date);
}

export function otherOrder(order: DateOrder): DateOrder {
  return order === 'day-first' ? 'month-first' : 'day-first';
}
