/** Headings that stand over one row or two. */

type Row = readonly string[];

const valueWords = ['value', 'values', 'figure', 'percentage', 'percent', 'per cent', '%', 'rate'];

/**
 * The heading of each column. Where the row above groups columns (a year over “Value” and “Status”, cells merged across or down), it is
 * taken with it: for a column without a heading of its own, and for those that would be called the same.
 *
 * @example
 * headingsOf([['Ward', '2023/24', '', '2024/25', ''], ['', 'Value', 'Status', 'Value', 'Status']], 1)
 * // ['Ward', '2023/24', '2023/24: Status', '2024/25', '2024/25: Status']
 */
export function headingsOf(cells: readonly Row[], at: number): string[] {
  const lower = (cells[at] ?? []).map((cell) => cell.trim());
  const upper = (cells[at - 1] ?? []).map((cell) => cell.trim());
  const isGrouping = upper.filter((cell) => cell !== '').length > 1;
  const width = isGrouping ? Math.max(lower.length, upper.length) : lower.length;
  let group = '';
  return Array.from({ length: width }, (_, index) => {
    const own = lower[index] ?? '';
    group = (upper[index] ?? '') || group;
    if (!isGrouping) return own;
    if (own === '') return upper[index] ?? '';
    const isAlone = lower.indexOf(own) === lower.lastIndexOf(own);
    return isAlone || group === own ? own : together(group, own);
  });
}

function together(group: string, own: string): string {
  if (group === '' || valueWords.includes(group.toLowerCase())) return own;
  return valueWords.includes(own.toLowerCase()) ? group : `${group}: ${own}`;
}

/**
 * Headings in which the same words stand beside different periods, such as “Reviews 2022/23” and “Reviews 2023/24”, as the periods alone, and
 * a sentence that says so. Where words differ between them, the figures are of different things and the headings stay.
 */
export function yearsAlone(
  headings: readonly string[],
  isPeriod: (text: string) => boolean
): { readonly headings: readonly string[]; readonly remark: string | null } {
  if (headings.some(isPeriod)) return { headings, remark: null };
  const parts = headings.map((heading) => periodBeside(heading, isPeriod));
  const found = parts.filter((part) => part !== null);
  const periods = new Set(found.map(({ period }) => period));
  const [first] = found;
  if (
    first === undefined ||
    found.length < 2 ||
    periods.size < found.length ||
    found.some(({ words }) => words !== first.words)
  )
    return { headings, remark: null };
  return {
    headings: headings.map((heading, index) => parts[index]?.period ?? heading),
    remark: `The columns called “${first.words}” with a period were read as its figures for ${found.length} periods, ${first.period} and others.`
  };
}

/** The period with which a heading begins or ends, and the words beside it; null where there is none. */
function periodBeside(
  heading: string,
  isPeriod: (text: string) => boolean
): { readonly period: string; readonly words: string } | null {
  if (heading.length > 200 || !/\d/.test(heading)) return null;
  const blanks = [...heading.matchAll(/[\s(:,]+/g)];
  for (const { 0: sign, index } of blanks) {
    const words = heading.slice(0, index);
    const last = heading.slice(index + sign.length);
    const period = sign.includes('(') ? last.replace(/\)$/, '') : last;
    if (/[a-z]/i.test(words) && isPeriod(period)) return { period, words };
  }
  for (const { 0: sign, index } of blanks.reverse()) {
    const period = heading.slice(0, index);
    const words = heading.slice(index + sign.length);
    if (/[a-z%]/i.test(words) && isPeriod(period)) return { period, words };
  }
  return null;
}

/** How many rows at the top the headings are looked for in, with what stands below them. */
export const rowsSearched = 30;

/**
 * The row of headings: the first of those at the top that fill the most cells, so that a title above the table is passed over; or the row
 * below it, where that has headings for columns which it only groups.
 */
export function headingIndex(cells: readonly Row[], isFigure: (cell: string) => boolean): number {
  const top = cells.slice(0, rowsSearched);
  const filled = top.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const most = Math.max(0, ...filled);
  const wide = Math.max(
    0,
    filled.findIndex((count) => count > 0 && count >= most * 0.75)
  );
  const below = top[wide + 1] ?? [];
  const hasOwnBelow =
    (filled[wide + 1] ?? 0) > 1 &&
    (filled[wide + 2] ?? 0) > 0 &&
    below.some((cell, index) => cell.trim() !== '' && (top[wide]?.[index] ?? '').trim() === '') &&
    !below.some((cell) => isFigure(cell.trim()));
  return hasOwnBelow ? wide + 1 : wide;
}
