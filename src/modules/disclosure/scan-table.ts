import type { Find } from './find.ts';
import { isBirthDate } from './scan-date.ts';

/**
 * Dates of birth in a pasted table: the header says once what a column holds, far from the cells. Cells are parted by tabs,
 * semicolons, bars or commas; the header is a line with as many cells, of which one names a date of birth.
 */

const separators = ['\t', ';', '|', ','] as const;
const birthHeader =
  /^["'\s]*(?:(?:child|baby|pupil)(?:'s|’s)?\s+)?(?:d\.?\s?o\.?\s?b\.?|dates?[\s_-]+of[\s_-]+birth|birth[\s_-]?dates?|birth[\s_-]?days?|born)["'\s]*$/i;
/** Headers are short; a longer line is prose. */
const longestHeader = 400;

export function findDatesInTables(text: string): Find[] {
  const finds: Find[] = [];
  let columns: { readonly separator: string; readonly at: ReadonlySet<number> } | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const header = headerOf(line);
    if (header !== null) columns = header;
    else if (line.trim() === '') columns = null;
    else if (columns !== null) finds.push(...datesIn(line, start, columns));
    start += line.length + 1;
  }
  return finds;
}

function headerOf(line: string): { separator: string; at: Set<number> } | null {
  if (line.length > longestHeader) return null;
  for (const separator of separators) {
    const cells = line.split(separator);
    if (cells.length < 2) continue;
    const at = new Set(cells.flatMap((cell, i) => (birthHeader.test(cell) ? [i] : [])));
    if (at.size > 0) return { separator, at };
  }
  return null;
}

function datesIn(
  line: string,
  start: number,
  { separator, at }: { readonly separator: string; readonly at: ReadonlySet<number> }
): Find[] {
  const finds: Find[] = [];
  let from = start;
  for (const [i, cell] of line.split(separator).entries()) {
    const inner = cell.replace(/^["'\s]+|["'\s]+$/g, '');
    const begins = from + cell.indexOf(inner);
    if (at.has(i) && inner !== '' && isBirthDate(inner)) {
      finds.push({ kind: 'date-of-birth', start: begins, end: begins + inner.length });
    }
    from += cell.length + separator.length;
  }
  return finds;
}
