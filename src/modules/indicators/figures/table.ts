import type { Measure } from '../types.ts';
import { roundTo } from './rounding.ts';

/** The numbers of a drawing: shown beneath it, and taken out as a file. A missing number is null with words in `missing`. */
export type FigureTable = {
  readonly headings: readonly string[];
  /** What the numbers of each column are: figures in the indicator's unit, points between two of them, or whole numbers. */
  readonly kinds: readonly ColumnKind[];
  readonly rows: readonly FigureRow[];
};
export type ColumnKind = 'figure' | 'points' | 'whole';
export type FigureRow = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly note: string;
};

/** A table as the rows of a file, its source beneath. A missing number is an empty cell; its note says why. */
export function tableCsv(table: FigureTable, source: string): string[][] {
  const rows = table.rows.map((row) => [
    row.name,
    ...row.values.map((value) => (value === null ? '' : String(value))),
    row.note
  ]);
  const foot = source === '' ? [] : [[], [`Source: ${source}`]];
  return [[...table.headings], ...rows, ...foot];
}

/** A figure as a table has it: to the places of its indicator. */
export function rounded(value: number | null, { decimals, unit }: Measure): number | null {
  return value === null ? null : roundTo(value, unit === 'count' ? 0 : decimals);
}
