/**
 * Rows of text as a CSV file (RFC 4180): quoted where needed, lines ended by CR LF, with the mark that tells Excel it is UTF-8.
 * A text that a spreadsheet would run as a formula (beginning with `=`, `+`, `-`, `@`, a tab or a return) gets an apostrophe before
 * it, unless it is a plain number; so does what follows a semicolon, a tab or a line end inside a text, for some spreadsheets part
 * cells there.
 *
 * @example
 * csvText([['Factor', 'Age'], ['Nutrition', '0–11 months']])
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const safe = text
    // A program that parts cells by semicolons or tabs sees a new cell after each, and a new row after a line end.
    .split(/([;\t\r\n])/)
    .map((part, index) => (index > 0 && isFormula(part.replace(/^["\s]+/, '')) ? `'${part}` : part))
    .join('');
  return quoted(/^[\t\r]/.test(text) || isFormula(text) ? `'${safe}` : safe);
}

/**
 * A cell of a CSV file without the apostrophe that `csvText` puts before what a spreadsheet would run.
 * @example unguarded("'=Sum") // '=Sum'
 */
export function unguarded(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

function isFormula(text: string): boolean {
  return /^[=+\-@]/.test(text) && !/^[+-]?\d+(\.\d+)?\s*$/.test(text);
}

function quoted(safe: string): string {
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
