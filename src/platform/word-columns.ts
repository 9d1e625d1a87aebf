/** How wide the columns of a written table are. Widths are in twentieths of a point, as Word has them. */

/** A character of the text in a table, 10 points high, at its widest on average; and what a cell keeps free at both sides together. */
const character = 122;
const margins = 210;
/** Words beyond this many characters, such as addresses, may be broken: they would take the width of everything else. */
const longest = 18;

/**
 * Widths of columns that fill `width`, by their shares of it, except that no column is narrower than the longest word in it: a month
 * is not broken in its middle while another column has room. `columns` are the texts of each, with its heading. Where all words
 * together are too wide, each column has its part of them.
 */
export function columnWidths(
  width: number,
  shares: readonly number[],
  columns: readonly (readonly string[])[]
): number[] {
  const least = shares.map((_, at) => leastOf(columns[at] ?? []));
  const needed = sumOf(least);
  if (needed >= width) return filling(width, least);
  // What a column wants beyond its words, by its share; the rest of the sheet is parted by that.
  const all = sumOf(shares);
  const wanted = shares.map((share, at) => Math.max(0, (width * share) / all - (least[at] ?? 0)));
  const beyond = sumOf(wanted);
  const room = width - needed;
  return filling(
    width,
    least.map((one, at) => one + (beyond === 0 ? 0 : (room * (wanted[at] ?? 0)) / beyond))
  );
}

/** What the longest word of some texts takes. A line may end after a space, a hyphen or a stroke. */
function leastOf(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.split(/\s+|(?<=[-–/])/u));
  return Math.min(longest, Math.max(0, ...words.map(({ length }) => length))) * character + margins;
}

/** Whole widths in the same proportions that fill `width` to the last; what rounding leaves is the last column's. */
function filling(width: number, widths: readonly number[]): number[] {
  const all = sumOf(widths);
  const whole = widths.map((one) => Math.floor((width * one) / all));
  const left = width - sumOf(whole);
  return whole.map((one, at) => (at === whole.length - 1 ? one + left : one));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
