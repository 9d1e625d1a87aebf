import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '#core/result';
import {
  checkValue,
  type NewValue,
  type TypedValue,
  type ValueField,
  type ValueMeasure,
  type ValueProblem
} from './values.ts';

/** How much one file may hold. Rows are counted without the headings. */
export const importLimits = { rows: 10_000, bytes: 2_000_000 } as const;

export type RowProblem = {
  /** As a spreadsheet numbers it: the headings are row 1. */
  readonly row: number;
  readonly field: ValueField;
  readonly problem:
    | ValueProblem
    | { readonly kind: 'formula'; readonly given: string }
    | { readonly kind: 'row-twice'; readonly first: number };
};

export type ImportProblem =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'file-too-large'; readonly most: number }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'unreadable-csv'; readonly row: number }
  | { readonly kind: 'too-many-rows'; readonly most: number; readonly given: number }
  | {
      readonly kind: 'wrong-headings';
      readonly missing: readonly ('period' | 'value')[];
      readonly found: readonly string[];
    }
  | { readonly kind: 'heading-twice'; readonly heading: string }
  | { readonly kind: 'bad-rows'; readonly problems: readonly RowProblem[] };

export type ImportRow = NewValue & { readonly row: number };

const headings: Readonly<Record<string, ValueField>> = {
  period: 'period',
  'time period': 'period',
  year: 'period',
  quarter: 'period',
  month: 'period',
  date: 'period',
  area: 'area',
  ward: 'area',
  breakdown: 'breakdown',
  group: 'breakdown',
  value: 'value',
  figure: 'value',
  percentage: 'value',
  percent: 'value',
  rate: 'value',
  numerator: 'numerator',
  count: 'numerator',
  denominator: 'denominator',
  'out of': 'denominator',
  total: 'denominator',
  status: 'status',
  note: 'note',
  notes: 'note',
  comment: 'note'
};

/**
 * The text of a file: UTF-8, with or without its mark, else Windows-1252, as older spreadsheets save.
 * Refuses: too many bytes, nothing, and what is no text (a workbook, a picture).
 */
export function decodeFile(bytes: Uint8Array): Result<string, ImportProblem> {
  if (bytes.length > importLimits.bytes) {
    return err({ kind: 'file-too-large', most: importLimits.bytes });
  }
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWorkbook || (!isUtf16 && bytes.includes(0))) return err({ kind: 'not-text' });
  if (isUtf16)
    return ok(new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return ok(new TextDecoder('windows-1252').decode(bytes));
  }
}

/** Reads rows of values: one a period and group, under headings. Either every row is good or none is handed on. */
export function readImport(
  text: string,
  measure: ValueMeasure
): Result<readonly ImportRow[], ImportProblem> {
  const table = readTable(text);
  if (!table.ok) return table;
  const [first, ...rest] = table.value;
  if (first === undefined) return err({ kind: 'empty-file' });
  const fields = first.cells.map(
    (cell) => headings[cell.trim().toLowerCase().replace(/[_-]+/g, ' ')]
  );
  const repeated = fields.find(
    (field, index) => field !== undefined && fields.indexOf(field) !== index
  );
  if (repeated !== undefined) return err({ kind: 'heading-twice', heading: repeated });
  const missing = (['period', 'value'] as const).filter(
    (field) => !fields.includes(field) && !(field === 'value' && fields.includes('numerator'))
  );
  if (missing.length > 0) {
    const found = first.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    return err({ kind: 'wrong-headings', missing, found: found.slice(0, 12) });
  }
  if (rest.length === 0) return err({ kind: 'empty-file' });
  if (rest.length > importLimits.rows) {
    return err({ kind: 'too-many-rows', most: importLimits.rows, given: rest.length });
  }
  return checkRows(rest, fields, measure);
}

type TableRow = { readonly row: number; readonly cells: readonly string[] };

function readTable(text: string): Result<TableRow[], ImportProblem> {
  const plain = text.replace(/^\ufeff/, '');
  if (plain.trim() === '') return err({ kind: 'empty-file' });
  const head = plain.slice(0, plain.search(/\r?\n|$/));
  const delimiter = [',', ';', '\t'].reduce((best, each) =>
    head.split(each).length > head.split(best).length ? each : best
  );
  try {
    const options = { delimiter, relax_column_count: true, skip_empty_lines: false } as const;
    const records: string[][] = parse(plain, options);
    const rows = records
      .map((cells, index) => ({ row: index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    return ok(rows);
  } catch (fault) {
    const lines = (fault as { lines?: unknown } | null)?.lines; // csv-parse says where it gave up
    return err({ kind: 'unreadable-csv', row: typeof lines === 'number' ? lines : 1 });
  }
}

function checkRows(
  rows: readonly TableRow[],
  fields: readonly (ValueField | undefined)[],
  measure: ValueMeasure
): Result<ImportRow[], ImportProblem> {
  const problems: RowProblem[] = [];
  const good: ImportRow[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    const typed: Record<ValueField, string> = { ...nothingTyped };
    const formulas: RowProblem[] = [];
    for (const [index, field] of fields.entries()) {
      const cell = cells[index] ?? '';
      if (field === undefined) continue;
      typed[field] = cell;
      if (field !== 'note' && isFormula(cell)) {
        formulas.push({
          row,
          field,
          problem: { kind: 'formula', given: cell.trim().slice(0, 40) }
        });
      }
    }
    if (formulas.length > 0) {
      problems.push(...formulas);
      continue;
    }
    const checked = checkValue(typed, measure);
    if (!checked.ok) {
      problems.push(...checked.error.map((each) => ({ row, ...each })));
      continue;
    }
    const key = `${checked.value.period}/${checked.value.area}/${checked.value.breakdown}`;
    const first = seen.get(key);
    if (first !== undefined)
      problems.push({ row, field: 'period', problem: { kind: 'row-twice', first } });
    else seen.set(key, row);
    good.push({ ...checked.value, row });
  }
  return problems.length > 0 ? err({ kind: 'bad-rows', problems }) : ok(good);
}

const nothingTyped: TypedValue = {
  period: '',
  area: '',
  breakdown: '',
  value: '',
  numerator: '',
  denominator: '',
  status: '',
  note: ''
};

/** Whether a spreadsheet would take a cell for a formula. A number below zero is none. */
function isFormula(cell: string): boolean {
  return /^\s*[=@]/.test(cell) || (/^\s*[+-]/.test(cell) && !/^\s*[+-]?[\d.,\s]+%?\s*$/.test(cell));
}

type Stored = Omit<NewValue, 'starts'>;

export type ImportPlan = {
  readonly added: readonly ImportRow[];
  readonly changed: readonly { readonly row: ImportRow; readonly before: Stored }[];
  readonly unchanged: readonly ImportRow[];
};

/** What saving the rows would do to the values that are there: the same row again changes nothing. */
export function planImport(rows: readonly ImportRow[], stored: readonly Stored[]): ImportPlan {
  const there = new Map(
    stored.map((value) => [`${value.period}/${value.area}/${value.breakdown}`, value])
  );
  const added: ImportRow[] = [];
  const changed: { row: ImportRow; before: Stored }[] = [];
  const unchanged: ImportRow[] = [];
  for (const row of rows) {
    const before = there.get(`${row.period}/${row.area}/${row.breakdown}`);
    if (before === undefined) added.push(row);
    else if (isSame(row, before)) unchanged.push(row);
    else changed.push({ row, before });
  }
  return { added, changed, unchanged };
}

function isSame(row: Stored, before: Stored): boolean {
  return (
    row.value === before.value &&
    row.numerator === before.numerator &&
    row.denominator === before.denominator &&
    row.status === before.status &&
    row.note === before.note
  );
}
