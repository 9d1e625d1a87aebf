import { plainDigits } from './written-numbers.ts';

/** Decimals behind commas, as a spreadsheet writes them where semicolons part the cells. */

type Cells = readonly (readonly string[])[];

/** A number that can have its decimals only behind a comma. */
const commaForm = /^[-\u2212]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+ ?%?$/;
const wholeForm = /^[-\u2212]?\d+ ?%?$/;

/**
 * The cells of a text whose cells semicolons part, with decimals behind points, in each column whose numbers can all be read so and some in
 * no other way. Texts, dates and numbers without a comma stay as they are.
 *
 * @example
 * withPointDecimals([['Date', 'Score'], ['1 May 2026', '1.204,5']]) // [['Date', 'Score'], ['1 May 2026', '1204.5']]
 */
export function withPointDecimals(cells: Cells): Cells {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const columns = new Set(
    Array.from({ length: width }, (_, column) => column).filter((column) =>
      isCommaColumn(cells.map((row) => (row[column] ?? '').trim()))
    )
  );
  if (columns.size === 0) return cells;
  return cells.map((row) =>
    row.map((cell, column) =>
      columns.has(column) && commaForm.test(cell.trim()) ? pointed(cell.trim()) : cell
    )
  );
}

function isCommaColumn(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /^[-\u2212]?\d[\d.,\s]*%?$/.test(text));
  return (
    numbers.some((text) => commaForm.test(text)) &&
    numbers.every((text) => commaForm.test(text) || wholeForm.test(text))
  );
}

function pointed(text: string): string {
  const digits = plainDigits(text, { decimal: 'comma', percent: true }) ?? text;
  return text.endsWith('%') ? `${digits}%` : digits;
}
