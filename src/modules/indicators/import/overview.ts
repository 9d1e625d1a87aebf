import { parsePeriod } from '#core/written-periods';
import { readMark, splitMarks } from '#core/written-marks';
import { headingIndex, headingsOf } from './headings.ts';
import { mostNames } from './limits.ts';
import type { DecimalSign } from '#core/written-numbers';
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
};

type Cells = readonly (readonly string[])[];

const sampleSize = 4;

/**
 * Looks through the cells of a file. The headings stand in the row given, or else in the first of the widest rows at the top, so that
 * a title above the table is passed over. Null where there is no row below the headings.
 */
export function lookOver(
  cells: Cells,
  givenRow: number | null,
  remarks: readonly string[] = [],
  separator?: ';'
): Overview | null {
  const at = givenRow === null ? headingIndex(cells, isFigureOrMark) : givenRow - 1;
  if (cells[at] === undefined) return null;
  const headings = headingsOf(cells, at);
  const width = headings.findLastIndex((cell) => cell.trim() !== '') + 1;
  const columns = Array.from({ length: width }, () => new Column());
  const end = endOfTable(cells, at);
  let rowCount = 0;
  const again: number[] = [];
  for (let index = at + 1; index < end; index += 1) {
    const row = cells[index] ?? [];
    if (isBlankRow(row)) continue;
    if (areHeadingsAgain(row, headings)) {
      again.push(index + 1);
      continue;
    }
    rowCount += 1;
    for (const [position, column] of columns.entries()) column.take(row[position] ?? '');
  }
  if (rowCount === 0) return null;
  const note = noteRemark(cells, end);
  const said = [...remarks, ...againRemarks(again), ...(note === null ? [] : [note])];
  const signs = columns.map((column) => column.commas - column.points);
  const commas = signs.reduce((sum, each) => sum + each, 0);
  return {
    headingRow: at + 1,
    rowCount,
    columns: columns.map((column, index) => column.seen((headings[index] ?? '').trim())),
    // Where semicolons part the cells, it is because commas stand before decimals.
    decimal: commas > 0 || (commas === 0 && separator === ';') ? 'comma' : 'point',
    lastRow: end,
    ...(said.length === 0 ? {} : { remarks: said })
  };
}

/** How many rows there are to the end of the table: below it stand notes, each in one cell, none of them a figure. */
function endOfTable(cells: Cells, headingAt: number): number {
  const isNote = (row: readonly string[]) => {
    const filled = row.filter((cell) => cell.trim() !== '');
    return filled.length < 2 && !filled.some((cell) => isFigureOrMark(cell.trim()));
  };
  const last = cells.findLastIndex((row) => !isNote(row));
  return last > headingAt ? last + 1 : cells.length;
}

function noteRemark(cells: Cells, end: number): string | null {
  const notes = cells.flatMap((row, index) =>
    index >= end && !isBlankRow(row) ? [index + 1] : []
  );
  const [first, last] = [notes[0], notes.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last
    ? `Row ${first} below the table holds a note and no value, and was passed over.`
    : `Rows ${first} to ${last} below the table hold notes and no values, and were passed over.`;
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
  return row.every((cell) => cell.trim() === '');
}

/** What is seen of one column while going through the rows. */
class Column {
  commas = 0;
  points = 0;
  #blanks = 0;
  readonly #texts = new Set<string>();
  #words = 0;
  #figures = 0;
  #outside = 0;
  #between = 0;

  take(cell: string): void {
    const text = cell.trim();
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
        this.#outside += 1;
        if (sign === null) this.#words += 1;
      }
      return;
    }
    this.#figures += 1;
    if (number < 0 || number > 1) this.#outside += 1;
    else if (number > 0 && number < 1) this.#between += 1;
  }

  seen(heading: string): ColumnOverview {
    const texts = [...this.#texts];
    return {
      heading,
      samples: texts.slice(0, sampleSize).map((text) => text.slice(0, 60)),
      names: areNames(texts) ? texts.map((text) => text.slice(0, 250)) : null,
      looksLikeShares: this.#figures > 0 && this.#outside === 0 && this.#between > 0,
      blanks: this.#blanks,
      isFigures: this.#figures > 0 && this.#words === 0
    };
  }
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
