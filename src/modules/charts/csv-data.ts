/** From the cells of a spreadsheet to the specification of a chart. */
import { err, ok, type Result } from '#core/result';
import { dayNumber } from './figures/calendar.ts';
import type { ChartRow, ChartSpec, ChartType, PhaseStart, XKind, XValue } from './types.ts';

export type CsvProblem =
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'no-value-column'; readonly headers: readonly string[] }
  | {
      readonly kind: 'not-a-number';
      readonly row: number;
      readonly column: string;
      readonly text: string;
    };

/** Names a column may have, in any case. */
const columnNames = {
  x: ['date', 'x', 'month', 'week', 'period', 'name', 'place', 'subgroup'],
  y: ['value', 'y', 'numerator', 'count', 'events'],
  n: ['denominator', 'n', 'of', 'area', 'cases'],
  excluded: ['excluded', 'exclude', 'left out', 'state'],
  phase: ['phase']
} as const;

/** Words that leave a point out of the calculation. */
const yesWords = ['yes', 'y', 'true', '1', 'x', 'left-out'];

/** What stands in a cell without a number, as Cairn itself writes it. */
const missingCells = ['', 'not collected', 'suppressed', 'not applicable'];

/**
 * Reads rows of text with headers: a column of dates (2024-03-01 or 01/03/2024), numbers or names;
 * a value, or a numerator and a denominator; optionally `excluded` (yes), and `phase`, where a change
 * of its text begins a new phase. Empty cells are missing values.
 */
export function specFromCsv(
  type: ChartType,
  headers: readonly string[],
  rows: readonly (readonly string[])[]
): Result<ChartSpec, CsvProblem> {
  if (rows.length === 0) return err({ kind: 'no-rows' });
  const find = (names: readonly string[]) =>
    headers.findIndex((header) => names.includes(header.trim().toLowerCase()));
  const yColumn = find(columnNames.y);
  if (yColumn < 0) return err({ kind: 'no-value-column', headers });
  const nColumn = find(columnNames.n);
  const named = find(columnNames.x);
  const xColumn = named >= 0 ? named : yColumn === 0 ? -1 : 0;
  const excludedColumn = find(columnNames.excluded);
  const phaseColumn = find(columnNames.phase);
  const cell = (row: readonly string[], column: number) =>
    column < 0 ? '' : (row[column] ?? '').trim();

  const xTexts = rows.map((row, i) => (xColumn < 0 ? String(i + 1) : cell(row, xColumn)));
  const xKind = kindOf(xTexts);
  const points: ChartRow[] = [];
  const phases: PhaseStart[] = [];
  let phase: string | null = null;
  for (const [i, row] of rows.entries()) {
    const y = readNumber(cell(row, yColumn));
    const n = readNumber(cell(row, nColumn));
    for (const [value, column] of [
      [y, yColumn],
      [n, nColumn]
    ] as const) {
      if (value !== 'not-a-number') continue;
      return err({
        kind: 'not-a-number',
        row: i + 1,
        column: headers[column] ?? '',
        text: cell(row, column)
      });
    }
    const x = readX(xTexts[i] ?? '', xKind);
    const excluded = yesWords.includes(cell(row, excludedColumn).toLowerCase());
    // The loop above has returned where either is not a number.
    const point = { x, y: y as number | null, excluded };
    points.push(nColumn < 0 ? point : { ...point, n: n as number | null });
    const now = cell(row, phaseColumn);
    if (phase !== null && now !== phase) phases.push({ startsAt: x, label: now });
    phase = now;
  }
  return ok({ type, xKind, points, ...(phases.length === 0 ? {} : { phases }) });
}

function kindOf(texts: readonly string[]): XKind {
  if (texts.every((text) => readDate(text) !== null)) return 'date';
  return texts.every((text) => typeof readNumber(text) === 'number') ? 'index' : 'category';
}

function readX(text: string, kind: XKind): XValue {
  if (kind === 'date') return readDate(text) ?? text;
  return kind === 'index' ? Number(text) : text;
}

/** ISO dates and months, and British dates with strokes. */
function readDate(text: string): string | null {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = british
    ? `${british[3] ?? ''}-${(british[2] ?? '').padStart(2, '0')}-${(british[1] ?? '').padStart(2, '0')}`
    : text;
  return dayNumber(iso) === null ? null : iso;
}

/** Plain numbers and those with commas for thousands; empty is missing, and so is what says why. */
function readNumber(text: string): number | null | 'not-a-number' {
  if (missingCells.includes(text.toLowerCase())) return null;
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const value = Number(plain);
  return Number.isFinite(value) ? value : 'not-a-number';
}

export function csvProblemSentence(problem: CsvProblem): string {
  switch (problem.kind) {
    case 'no-rows':
      return 'The file has no rows under its headers.';
    case 'no-value-column':
      return `No column is called value, y or numerator. The headers are: ${problem.headers.join(', ')}.`;
    case 'not-a-number':
      return `Row ${problem.row} has “${problem.text}” in the column ${problem.column}, which is not a number. Leave the cell empty where a value is missing.`;
  }
}
