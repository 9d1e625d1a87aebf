import { beginsLikeNote, notesBelowSentence } from '#core/columns';
import { orderOfDates, saidIn, type DatesInDigits } from '#core/date-order';
import { parsePeriod } from '#core/written-periods';
import { readMark, splitMarks } from '#core/written-marks';
import { headingIndex, headingsOf, rowsSearched, yearsAlone } from './headings.ts';
import { mostNames } from './limits.ts';
import { plainDigits, type DecimalSign } from '#core/written-numbers';
import { signOf } from './numbers.ts';

/** What a file looks like, before anybody has said what its columns hold. */
export type Overview = {
  /** Which row the headings stand in, counted from 1 as a spreadsheet does. */
  readonly headingRow: number;
  /** The last row of the table; notes below it are passed over. */
  readonly lastRow?: number;
  /** Rows below the headings that are not blank. */
  readonly rowCount: number;
  readonly columns: readonly ColumnOverview[];
  readonly decimal: DecimalSign;
  /** What whoever sent the file should know of how it was read. */
  readonly remarks?: readonly string[];
  /** Of a workbook: the sheet that was read, and those in sight that could be. */
  readonly sheet?: { readonly name: string; readonly others: readonly string[] };
};

export type ColumnOverview = {
  readonly heading: string;
  /** The first few different texts of the column. */
  readonly samples: readonly string[];
  /** Every different text, where they are few enough to be names of something; null where they are more. */
  readonly names: readonly string[] | null;
  /** Whether every figure lies between 0 and 1 and some lie between: a share rather than a percentage. */
  readonly looksLikeShares: boolean;
  /** Rows of the table in which the column is empty. */
  readonly blanks?: number;
  /** Whether all that stands in it are figures, and marks in their place. */
  readonly isFigures?: boolean;
  /** What its dates in digits show of which number is the day; nothing where there are none in doubt. */
  readonly dates?: DatesInDigits;
};

/** Rows that can be gone through again: those of a text are read anew each time. */
export type Rows = Iterable<readonly string[]>;

const sampleSize = 4;

/**
 * Looks through the rows of a file. The headings stand in the row given, or else in the first of the widest rows at the top, so that
 * a title above the table is passed over. Null where there is no row below the headings. Rows are not held on to, but for those that may be
 * notes below the table.
 */
export function lookOver(
  rows: Rows,
  givenRow: number | null,
  remarks: readonly string[] = [],
  separator?: ';'
): Overview | null {
  const top = firstOf(rows, Math.max(rowsSearched, givenRow ?? 0));
  const at = givenRow === null ? headingIndex(top, isFigureOrMark) : givenRow - 1;
  if (top[at] === undefined) return null;
  const { headings, remark } = yearsAlone(headingsOf(top, at), isPeriodLike);
  const width = headings.findLastIndex((cell) => cell.trim() !== '') + 1;
  const table = new Table(headings.slice(0, width));
  let index = -1;
  for (const row of rows) {
    index += 1;
    if (index > at) table.take(row, index);
  }
  const end = table.end(index + 1);
  if (table.rowCount === 0) return null;
  const note = notesBelowSentence(table.notes);
  const columns = table.columns.map((column, place) => column.seen((headings[place] ?? '').trim()));
  const said = [
    ...remarks,
    ...(remark === null ? [] : [remark]),
    ...againRemarks(table.again),
    ...(note === null ? [] : [note]),
    ...columns.flatMap(dateRemarks)
  ];
  const signs = table.columns.map((column) => column.commas - column.points);
  const commas = signs.reduce((sum, each) => sum + each, 0);
  return {
    headingRow: at + 1,
    rowCount: table.rowCount,
    columns,
    // Where semicolons part the cells, it is because commas stand before decimals.
    decimal: commas > 0 || (commas === 0 && separator === ';') ? 'comma' : 'point',
    lastRow: end,
    ...(said.length === 0 ? {} : { remarks: said })
  };
}

function firstOf(rows: Rows, count: number): (readonly string[])[] {
  const first: (readonly string[])[] = [];
  for (const row of rows) {
    if (first.length === count) break;
    first.push(row);
  }
  return first;
}

/** The rows below the headings. Behind the last with figures stand notes, each in one cell. */
class Table {
  readonly columns: readonly Column[];
  rowCount = 0;
  /** Numbers of the rows that are notes, counted from 1. */
  notes: readonly number[] = [];
  /** Numbers of the rows that hold the headings again. */
  readonly again: number[] = [];
  readonly #headings: readonly string[];
  #last = -1;
  /** What may be notes below the table, or may be rows of it. */
  #pending: { readonly row: readonly string[]; readonly index: number }[] = [];

  constructor(headings: readonly string[]) {
    this.#headings = headings;
    this.columns = headings.map(() => new Column());
  }

  take(row: readonly string[], index: number): void {
    if (isBlankRow(row)) return;
    if (mayBeNote(row)) {
      this.#pending.push({ row, index });
      return;
    }
    this.#last = index;
    for (const each of this.#pending) this.#count(each.row, each.index);
    this.#pending = [];
    this.#count(row, index);
  }

  /** Where the table ends, once all rows were taken: where every row may be a note, none is. */
  end(length: number): number {
    if (this.#last >= 0) {
      this.notes = this.#pending.map(({ index }) => index + 1);
      return this.#last + 1;
    }
    for (const { row, index } of this.#pending) this.#count(row, index);
    return length;
  }

  #count(row: readonly string[], index: number): void {
    if (areHeadingsAgain(row, this.#headings)) {
      this.again.push(index + 1);
      return;
    }
    this.rowCount += 1;
    for (let place = 0; place < this.columns.length; place += 1)
      this.columns[place]?.take(row[place] ?? '');
  }
}

/** Nobody is left to think that the order of dates was known where it was not, or that of a single row was taken. */
function dateRemarks({ heading, dates }: ColumnOverview): string[] {
  switch (dates?.kind) {
    case undefined:
      return [];
    case 'open':
      return [
        `Dates under “${heading}” are read with the day first, ${dates.sample} as ${saidIn(dates.sample, 'day-first')}: nothing in the column says otherwise. If that is wrong, write them like 2024-03-15.`
      ];
    case 'contrary':
      return [
        `Under “${heading}” some dates have the day first, such as ${dates.dayFirst}, and others the month, such as ${dates.monthFirst}.`
      ];
    case 'decided':
      return dates.order === 'day-first'
        ? []
        : [`Dates under “${heading}” have the month first: ${dates.because} can be nothing else.`];
  }
}

function mayBeNote(row: readonly string[]): boolean {
  let first = '';
  let isAlone = true;
  let hasFigure = false;
  for (const cell of row) {
    const text = cell.trim();
    if (text === '') continue;
    if (first === '') first = text;
    else {
      isAlone = false;
      hasFigure ||= isFigureOrMark(text);
    }
  }
  if (isAlone) return !isFigureOrMark(first);
  return beginsLikeNote(first, hasFigure);
}

/** Headings that come again are no row of values: two of them at least stand where they stand above, the first of all among them. */
export function areHeadingsAgain(row: readonly string[], headings: readonly string[]): boolean {
  const isSame = (index: number) => {
    const heading = (headings[index] ?? '').trim();
    return heading !== '' && (row[index] ?? '').trim().toLowerCase() === heading.toLowerCase();
  };
  return isSame(0) && headings.some((_, index) => index > 0 && isSame(index));
}

function againRemarks(rows: readonly number[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  return rows.length === 1
    ? [`Row ${first} holds the headings again and was passed over.`]
    : [
        `${rows.length} rows hold the headings again and were passed over, the first of them row ${first}.`
      ];
}

function isFigureOrMark(cell: string): boolean {
  return readMark(cell) !== null || signedFigure.test(splitMarks(cell).figure);
}
const signedFigure = /^[-+]?[\d.,]*\d ?%?$/;

export function isBlankRow(row: readonly string[]): boolean {
  for (const cell of row) if (cell.trim() !== '') return false;
  return true;
}

/** What is seen of one column while going through the rows. */
class Column {
  commas = 0;
  points = 0;
  #blanks = 0;
  #before: string | null = null;
  readonly #texts = new Set<string>();
  #words = 0;
  #figures = 0;
  /** Figures with a sign for per cent, a mark or signs between thousands. */
  #written = 0;
  #outside = 0;
  #between = 0;

  take(cell: string): void {
    if (cell === this.#before) return;
    const text = cell.trim();
    // The same texts stand one below the other.
    if (text !== '') this.#before = cell;
    if (text === '') this.#blanks += 1;
    // What came before says nothing new, and a thousand different texts say enough.
    if (text === '' || this.#texts.size > mostNames || this.#texts.has(text)) return;
    this.#texts.add(text);
    const sign = signOf(text);
    if (sign === 'comma') this.commas += 1;
    if (sign === 'point') this.points += 1;
    const number = Number(text);
    if (Number.isNaN(number)) {
      if (readMark(text) === null) {
        // What carries its sign says nothing of those that do not.
        if (!/%$/.test(text)) this.#outside += 1;
        if (sign !== null || isWrittenNumber(text)) this.#written += 1;
        else this.#words += 1;
      }
      return;
    }
    this.#figures += 1;
    if (number < 0 || number > 1) this.#outside += 1;
    else if (number > 0 && number < 1) this.#between += 1;
  }

  seen(heading: string): ColumnOverview {
    const texts = [...this.#texts];
    const dates = orderOfDates(texts);
    return {
      heading,
      samples: texts.slice(0, sampleSize).map((text) => text.slice(0, 60)),
      names: areNames(texts) ? texts.map((text) => text.slice(0, 250)) : null,
      looksLikeShares: this.#figures > 0 && this.#outside === 0 && this.#between > 0,
      blanks: this.#blanks,
      isFigures: this.#figures + this.#written > 0 && this.#words === 0,
      ...(dates === null ? {} : { dates })
    };
  }
}

function isWrittenNumber(text: string): boolean {
  return plainDigits(splitMarks(text).figure, { percent: true, pounds: true }) !== null;
}

const mostNumbers = 200;

/** Whether the different texts of a column may be names of something: not too many, and many only where they are words. */
function areNames(texts: readonly string[]): boolean {
  if (texts.length > mostNames) return false;
  return texts.length <= mostNumbers || texts.some((text) => Number.isNaN(Number(text)));
}

/** Whether a text can be read as a period of some kind. */
export function isPeriodLike(text: string): boolean {
  return parsePeriod(text).ok;
}
