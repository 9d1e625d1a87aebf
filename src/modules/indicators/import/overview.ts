import { parsePeriod } from '#core/written-periods';
import { readMark } from '#core/written-marks';
import { mostNames } from './limits.ts';
import { type DecimalSign, signOf } from './numbers.ts';

/** What a file looks like, before anybody has said what its columns hold. */
export type Overview = {
  /** Which row the headings stand in, counted from 1 as a spreadsheet does. */
  readonly headingRow: number;
  /** Rows below the headings that are not blank. */
  readonly rowCount: number;
  readonly columns: readonly ColumnOverview[];
  readonly decimal: DecimalSign;
  /** What whoever sent the file should know of how it was read. */
  readonly remarks?: readonly string[];
};

export type ColumnOverview = {
  readonly heading: string;
  /** The first few different texts of the column. */
  readonly samples: readonly string[];
  /** Every different text, where they are few enough to be names of something; null where they are more. */
  readonly names: readonly string[] | null;
  /** Whether every figure lies between 0 and 1 and some lie between: a share rather than a percentage. */
  readonly looksLikeShares: boolean;
};

type Cells = readonly (readonly string[])[];

const rowsSearched = 30;
const sampleSize = 4;

/**
 * Looks through the cells of a file. The headings stand in the row given, or else in the first of the widest rows at the top, so that
 * a title above the table is passed over. Null where there is no row below the headings.
 */
export function lookOver(
  cells: Cells,
  givenRow: number | null,
  remarks: readonly string[] = []
): Overview | null {
  const at = givenRow === null ? headingIndex(cells) : givenRow - 1;
  const headings = cells[at];
  if (headings === undefined) return null;
  const width = headings.findLastIndex((cell) => cell.trim() !== '') + 1;
  const columns = Array.from({ length: width }, () => new Column());
  let rowCount = 0;
  for (let index = at + 1; index < cells.length; index += 1) {
    const row = cells[index] ?? [];
    if (isBlankRow(row)) continue;
    rowCount += 1;
    for (const [position, column] of columns.entries()) column.take(row[position] ?? '');
  }
  if (rowCount === 0) return null;
  const signs = columns.map((column) => column.commas - column.points);
  const commas = signs.reduce((sum, each) => sum + each, 0);
  return {
    headingRow: at + 1,
    rowCount,
    columns: columns.map((column, index) => column.seen((headings[index] ?? '').trim())),
    decimal: commas > 0 ? 'comma' : 'point',
    ...(remarks.length === 0 ? {} : { remarks })
  };
}

export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** The first of the rows at the top that fill the most cells with words rather than numbers. */
function headingIndex(cells: Cells): number {
  const filled = cells
    .slice(0, rowsSearched)
    .map((row) => row.filter((cell) => cell.trim() !== '').length);
  const most = Math.max(0, ...filled);
  const wide = filled.findIndex((count) => count > 0 && count >= most * 0.75);
  return Math.max(0, wide);
}

/** What is seen of one column while going through the rows. */
class Column {
  commas = 0;
  points = 0;
  readonly #texts = new Set<string>();
  #figures = 0;
  #outside = 0;
  #between = 0;

  take(cell: string): void {
    const text = cell.trim();
    // What came before says nothing new, and a thousand different texts say enough.
    if (text === '' || this.#texts.size > mostNames || this.#texts.has(text)) return;
    this.#texts.add(text);
    const sign = signOf(text);
    if (sign === 'comma') this.commas += 1;
    if (sign === 'point') this.points += 1;
    const number = Number(text);
    if (Number.isNaN(number)) {
      if (readMark(text) === null) this.#outside += 1;
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
      looksLikeShares: this.#figures > 0 && this.#outside === 0 && this.#between > 0
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
