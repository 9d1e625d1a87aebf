/**
 * Rows of text as a CSV file (RFC 4180): quoted where needed, lines ended by CR LF, with the mark that tells Excel it is UTF-8.
 * A text that a spreadsheet would run as a formula (beginning with `=`, `+`, `-`, `@`, a tab or a return) gets an apostrophe before
 * it, unless it is a plain number.
 *
 * @example
 * csvText([['Factor', 'Age'], ['Nutrition', '0–11 months']])
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const isNumber = /^[+-]?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
