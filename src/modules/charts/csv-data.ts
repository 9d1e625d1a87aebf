/** From the cells of a spreadsheet to the specification of a chart. */
import { err, ok, type Result } from '#core/result';
import { readDate as readWrittenDate } from '#core/written-dates';
import { readMark, splitMarks } from '#core/written-marks';
import { parsePeriod } from '#core/written-periods';
import { readNumber as readWrittenNumber, type DecimalSign } from '#core/written-numbers';
import {
  columnNamed,
  columnProblemSentence,
  findColumns,
  groupColumns,
  isTimeHeader,
  type CsvColumnProblem,
  type CsvColumns,
  type NamedColumns
} from './csv-columns.ts';
import { dayNumber } from './figures/calendar.ts';
import type { ChartRow, ChartSpec, ChartType, PhaseStart, XKind, XValue } from './types.ts';

export type CsvProblem =
  | CsvColumnProblem
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'none-chosen'; readonly column: string; readonly value: string }
  | {
      readonly kind: 'not-a-number' | 'not-a-date' | 'not-in-calendar' | 'neither-yes-nor-no';
      readonly line: number;
      readonly column: string;
      readonly text: string;
    }
  | { readonly kind: 'too-many-cells'; readonly line: number; readonly headers: number }
  | { readonly kind: 'several-groups'; readonly column: string; readonly values: readonly string[] }
  | {
      readonly kind: 'same-x';
      readonly x: string;
      readonly lines: readonly [number, number];
      /** A column in which the two rows differ. */
      readonly differ: string | null;
    }
  | { readonly kind: 'only-sums'; readonly type: ChartType };

export interface CsvChoices {
  readonly columns?: NamedColumns;
  /** Only rows with this value in this column. */
  readonly only?: readonly { readonly column: string; readonly value: string }[];
  /** How rows that share a date, number or name become one point; without it they are refused. */
  readonly together?: 'mean' | 'median' | 'sum';
  /** Which sign stands before the decimals; a point where it is not said. */
  readonly decimal?: DecimalSign;
  /** The line each row ends on in its file; from the second on where it is not given. */
  readonly lines?: readonly number[];
}

/** Words that leave a point out of the calculation. */
const yesWords = ['yes', 'y', 'true', '1', 'x', 'left-out'];
/** Words that keep it; the other states of a point are those of our own files. */
const noWords = ['', 'no', 'n', 'false', '0', '-'];

/** Charts of subgroups: several rows make a point by their nature. */
const ofSubgroups: readonly ChartType[] = ['xbar', 's'];

/**
 * Reads rows of text with headers: a column of dates (2024-03-01, 01/03/2024, Mar-24), numbers or names;
 * a value, or a numerator and a denominator; optionally `excluded` (yes), and `phase`, where a change
 * of its text begins a new phase. Empty cells are missing values.
 *
 * Columns are known by their names, or named by the caller. Refuses, with the line: what is unclear, cells that are no numbers
 * or dates, rows of several places, and rows that share a date, unless `together` says how they become one point.
 */
export function specFromCsv(
  type: ChartType,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  choices: CsvChoices = {}
): Result<ChartSpec, CsvProblem> {
  if (rows.length === 0) return err({ kind: 'no-rows' });
  const lines = rows.map((_, i) => choices.lines?.[i] ?? i + 2);
  const long = rows.findIndex((row) => row.slice(headers.length).some((text) => text !== ''));
  if (long >= 0) {
    return err({ kind: 'too-many-cells', line: lines[long] ?? 0, headers: headers.length });
  }
  const picked = pickRows(headers, rows, choices.only ?? []);
  if (!picked.ok) return picked;
  const records: Row[] = picked.value.map((i) => ({ cells: rows[i] ?? [], line: lines[i] ?? 0 }));
  const isDates = (column: number) =>
    records.every(({ cells }) => readDate(cellOf(cells, column)) !== null);
  const isDivided = (column: number) =>
    areDivided(
      records.map(({ cells }) => cellOf(cells, column)),
      choices.decimal
    );
  const found = findColumns(type, headers, choices.columns ?? {}, isDates, isDivided);
  if (!found.ok) return found;
  const columns = found.value;

  const xTexts = records.map(({ cells }, i) =>
    columns.x < 0 ? String(i + 1) : cellOf(cells, columns.x)
  );
  const dated = checkDates(headers, records, columns, xTexts);
  if (!dated.ok) return dated;
  const apart = checkApart(type, headers, records, columns, xTexts, choices.together);
  if (!apart.ok) return apart;
  return specOf(type, headers, records, columns, xTexts, choices);
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function cellOf(cells: readonly string[], column: number): string {
  return column < 0 ? '' : (cells[column] ?? '').trim();
}

/** Positions of the rows that are asked for. */
function pickRows(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  only: NonNullable<CsvChoices['only']>
): Result<number[], CsvProblem> {
  let picked = rows.map((_, i) => i);
  for (const { column: name, value } of only) {
    const column = columnNamed(headers, name);
    if (column === null) return err({ kind: 'no-such-column', role: 'only', name, headers });
    picked = picked.filter((i) => same(cellOf(rows[i] ?? [], column), value));
    if (picked.length === 0) return err({ kind: 'none-chosen', column: name, value });
  }
  return ok(picked);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}

/** Some dates and some words are a mistake, not a chart of names; a column called date holds dates. */
function checkDates(
  headers: readonly string[],
  records: readonly Row[],
  columns: CsvColumns,
  xTexts: readonly string[]
): Result<undefined, CsvProblem> {
  const header = headers[columns.x] ?? '';
  if (kindOf(xTexts) !== 'category' && header.trim().toLowerCase() !== 'date') return ok();
  const wrong = xTexts.findIndex((text) => dayOf(text) === null);
  // Names in a column of times would be compared as places are, and no change over time would be seen.
  const isMeantAsDates =
    isTimeHeader(header) ||
    xTexts.some((text) => readDate(text) !== null || isOutsideCalendar(text));
  if (wrong < 0 || !isMeantAsDates) return ok();
  const line = records[wrong]?.line ?? 0;
  const text = xTexts[wrong] ?? '';
  const kind = isOutsideCalendar(text) ? 'not-in-calendar' : 'not-a-date';
  return err({ kind, line, column: header, text });
}

/** One row makes one point, of one place. */
function checkApart(
  type: ChartType,
  headers: readonly string[],
  records: readonly Row[],
  columns: CsvColumns,
  xTexts: readonly string[],
  together: CsvChoices['together']
): Result<undefined, CsvProblem> {
  if (ofSubgroups.includes(type)) return ok();
  if (together !== undefined) {
    const isSummed = columns.denominator >= 0 || type === 'c';
    return isSummed && together !== 'sum' ? err({ kind: 'only-sums', type }) : ok();
  }
  const isOfGroups = (column: number) =>
    comeAgain(records.map(({ cells }) => cellOf(cells, column)));
  for (const column of groupColumns(headers, columns, isOfGroups)) {
    const values = [...new Set(records.map(({ cells }) => cellOf(cells, column)))];
    if (values.length > 1) {
      return err({ kind: 'several-groups', column: headers[column] ?? '', values });
    }
  }
  const firstAt = new Map<XValue, number>();
  const kind = kindOf(xTexts);
  for (const [i, text] of xTexts.entries()) {
    const key = readX(text, kind);
    const first = firstAt.get(key);
    if (first === undefined) {
      firstAt.set(key, i);
      continue;
    }
    const [one, other] = [records[first], records[i]];
    const used = new Set(Object.values(columns));
    const differ = headers.find(
      (_, column) =>
        !used.has(column) && cellOf(one?.cells ?? [], column) !== cellOf(other?.cells ?? [], column)
    );
    return err({
      kind: 'same-x',
      // Of two moments of a day the day is what they share.
      x: kind === 'date' && readDate(text) !== null ? String(key) : text,
      lines: [one?.line ?? 0, other?.line ?? 0],
      differ: differ ?? null
    });
  }
  return ok();
}

/** Whether a sign for per cent says so, or all are parts of one, some of them neither none nor all. */
function areDivided(texts: readonly string[], decimal?: DecimalSign): boolean {
  if (texts.some((text) => /\d\s*%$/.test(splitMarks(text).figure.trim()))) return true;
  const numbers = texts
    .map((text) => readNumber(text, decimal))
    .filter((one) => typeof one === 'number');
  return numbers.every((one) => one >= 0 && one <= 1) && numbers.some((one) => one > 0 && one < 1);
}

/** Words of which there are several, none missing and each at least twice, say whose row it is: "Boys", "Girls". */
function comeAgain(texts: readonly string[]): boolean {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  if (times.size < 2 || times.has('')) return false;
  return [...times].every(
    ([text, often]) =>
      often >= 2 &&
      typeof readNumber(text) !== 'number' &&
      readMark(text) === null &&
      dayOf(text) === null
  );
}

function specOf(
  type: ChartType,
  headers: readonly string[],
  records: readonly Row[],
  columns: CsvColumns,
  xTexts: readonly string[],
  { together, decimal = 'point' }: CsvChoices
): Result<ChartSpec, CsvProblem> {
  const xKind = kindOf(xTexts);
  const points: ChartRow[] = [];
  const phases: PhaseStart[] = [];
  let phase: string | null = null;
  for (const [i, { cells, line }] of records.entries()) {
    const y = readNumber(cellOf(cells, columns.value), decimal);
    const n = readNumber(cellOf(cells, columns.denominator), decimal);
    for (const [value, column] of [
      [y, columns.value],
      [n, columns.denominator]
    ] as const) {
      if (value !== 'not-a-number') continue;
      return err({
        kind: 'not-a-number',
        line,
        column: headers[column] ?? '',
        text: cellOf(cells, column)
      });
    }
    const x = readX(xTexts[i] ?? '', xKind);
    const state = cellOf(cells, columns.excluded).toLowerCase();
    const excluded = yesWords.includes(state);
    const isOfStates = (headers[columns.excluded] ?? '').trim().toLowerCase() === 'state';
    if (!excluded && !isOfStates && !noWords.includes(state)) {
      return err({
        kind: 'neither-yes-nor-no',
        line,
        column: headers[columns.excluded] ?? '',
        text: cellOf(cells, columns.excluded)
      });
    }
    // The loop above has returned where either is not a number.
    const written = xTexts[i] ?? '';
    const label = xKind === 'date' && readDate(written) === null ? { label: written } : {};
    const point = { x, y: y as number | null, excluded, ...label };
    points.push(columns.denominator < 0 ? point : { ...point, n: n as number | null });
    const now = cellOf(cells, columns.phase);
    if (phase !== null && now !== phase) phases.push({ startsAt: x, label: now });
    phase = now;
  }
  return ok({
    type,
    xKind,
    points,
    ...(phases.length === 0 ? {} : { phases }),
    ...(together === undefined ? {} : { aggregate: together })
  });
}

function kindOf(texts: readonly string[]): XKind {
  if (texts.every((text) => readDate(text) !== null)) return 'date';
  if (texts.every((text) => dayOf(text) !== null)) return 'date';
  return texts.every((text) => typeof readNumber(text) === 'number') ? 'index' : 'category';
}

function readX(text: string, kind: XKind): XValue {
  if (kind === 'date') return dayOf(text) ?? text;
  const number = kind === 'index' ? readNumber(text) : null;
  return typeof number === 'number' ? number : text;
}

/** Dates as people in the United Kingdom write them; a month that is written as one keeps its form. */
function readDate(text: string): string | null {
  if (dayNumber(text) !== null) return text;
  const read = readWrittenDate(text);
  return read.ok ? read.value : null;
}

/** A date, or the first day of a period: 2021/22, Q1 2024/25. A quarter of one year is read as one of the calendar; it keeps its name. */
function dayOf(text: string): string | null {
  const date = readDate(text);
  if (date !== null || typeof readNumber(text) === 'number') return date;
  const period = parsePeriod(text);
  if (period.ok) return period.value.starts;
  if (period.error.kind !== 'ambiguous-quarter') return null;
  const month = 3 * period.error.quarter - 2;
  return `${period.error.year}-${String(month).padStart(2, '0')}-01`;
}

function isOutsideCalendar(text: string): boolean {
  const read = readWrittenDate(text);
  return !read.ok && read.error.kind === 'not-in-calendar';
}

/** Numbers as people write them; empty is missing, and so is what says why. */
function readNumber(text: string, decimal: DecimalSign = 'point'): number | null | 'not-a-number' {
  if (text === '' || readMark(text) !== null) return null;
  const read = readWrittenNumber(splitMarks(text).figure, { decimal, percent: true, pounds: true });
  return read.ok ? read.value : 'not-a-number';
}

/** Values named in a sentence before it breaks off. */
const mostNamed = 4;

export function csvProblemSentence(problem: CsvProblem): string {
  switch (problem.kind) {
    case 'no-rows':
      return 'The file has no rows under its headers.';
    case 'none-chosen':
      return `No row has ${problem.value} in the column ${problem.column}.`;
    case 'not-a-number':
      return `Line ${problem.line} has “${problem.text}” in the column ${problem.column}, which is not a number. Leave the cell empty where a value is missing.`;
    case 'neither-yes-nor-no':
      return `Line ${problem.line} has “${problem.text}” in the column ${problem.column}. Write yes to leave the point out, no to keep it.`;
    case 'not-a-date':
      return `Line ${problem.line} has “${problem.text}” in the column ${problem.column}, which is not a date. Write dates as 2024-03-01 or 01/03/2024.`;
    case 'not-in-calendar':
      return `Line ${problem.line} has “${problem.text}” in the column ${problem.column}, which is not in the calendar: the day is read before the month. Write dates as 2024-03-01 or 01/03/2024.`;
    case 'too-many-cells':
      return `Line ${problem.line} has more cells than the ${problem.headers} headers. A number with a comma needs quotation marks around it.`;
    case 'several-groups': {
      const { column, values } = problem;
      const shown = values.slice(0, mostNamed).join(', ');
      const rest = values.length > mostNamed ? ` and ${values.length - mostNamed} more` : '';
      return `The column ${column} holds ${values.length} different values: ${shown}${rest}. Choose one with --only "${column}=${values[0] ?? ''}", or put their rows together with --together sum, mean or median.`;
    }
    case 'same-x': {
      const [first, second] = problem.lines;
      const one = problem.differ === null ? '' : `choose with --only "${problem.differ}=…", or `;
      return `Lines ${first} and ${second} both stand for ${problem.x}. Correct the file, ${one}put such rows together with --together sum, mean or median.`;
    }
    case 'only-sums':
      return 'Counts that share a date can only be added up: say --together sum.';
    default:
      return columnProblemSentence(problem);
  }
}
