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
