/** A cell of a spreadsheet: its text, trimmed, or a formula. A formula's value depends on who opens it, so it is never taken. */
export type Cell = string | { readonly formula: string };

/** A table as it stands in a file. `name` is empty for a file that has only one table, such as a CSV. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** True where two blank rows begin a new section; a CSV has one section only. */
  readonly hasSections: boolean;
};

export function isBlank(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell === '');
}

/**
 * The letters over a column.
 *
 * @example
 * columnLetters(0) // 'A'
 * columnLetters(27) // 'AB'
 */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Letters that people mix up when they type a name: case, spaces, curly quotes, dashes. */
export function sameName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
