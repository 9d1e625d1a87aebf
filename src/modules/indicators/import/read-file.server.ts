import { ok, type Result } from '#core/result';
import {
  openRows,
  remarkSentence,
  type SheetRows,
  type SpreadsheetProblem,
  UnreadableRows
} from '#platform/spreadsheet.server';
import { cellsOfJson, looksLikeJson } from './json-rows.ts';
import { type FileLimits, fileLimits } from './limits.ts';
import type { Known, Matching } from './meanings.ts';
import { isBlankRow, lookOver, type Overview, type Rows } from './overview.ts';
import type { FileProblem } from './problems.ts';
import { type RowColumns, rowColumns } from './row-columns.ts';
import { type FileValue, readFileValues } from './rows.ts';

/** What is to be found out about a file. */
export type Task =
  | {
      readonly kind: 'look';
      readonly headingRow: number | null;
      readonly sheet: string | null;
    }
  | {
      readonly kind: 'check';
      readonly sheet: string | null;
      readonly overview: Overview;
      readonly matching: Matching;
      readonly known: Known;
    };
export type ReadingInput = { readonly bytes: Uint8Array; readonly task: Task };

export type ReadingMessage =
  | { readonly kind: 'problem'; readonly problem: FileProblem }
  | { readonly kind: 'overview'; readonly overview: Overview }
  /** Some values, ready for the database: reading and writing them is this thread's work. */
  | { readonly kind: 'values'; readonly rows: RowColumns; readonly row: number };

const valuesAtATime = 4000;

/**
 * Reads a file and says what it finds; knows neither the database nor the clock. Of a text no more is held than a row and a number for each
 * value.
 */
export async function readFile(
  { bytes, task }: ReadingInput,
  say: (message: ReadingMessage) => void,
  limits: FileLimits = fileLimits
): Promise<void> {
  const opened = openFile(bytes, task.sheet, limits);
  if (!opened.ok) {
    say({ kind: 'problem', problem: opened.error });
    return;
  }
  try {
    if (task.kind === 'look') say(looksOver(opened.value, task.headingRow));
    else checks(opened.value.rows, task, say, limits.values);
  } catch (fault) {
    if (!(fault instanceof UnreadableRows)) throw fault;
    say({ kind: 'problem', problem: fault.problem });
  }
}

function looksOver(
  { rows, remarks, separator }: SheetRows,
  headingRow: number | null
): ReadingMessage {
  const overview = lookOver(rows, headingRow, remarks.map(remarkSentence), separator);
  const sheet = remarks.find((remark) => remark.kind === 'sheet');
  const chosen = sheet === undefined ? {} : { sheet: { name: sheet.name, others: sheet.others } };
  return overview === null
    ? { kind: 'problem', problem: { kind: isEmpty(rows) ? 'empty-file' : 'no-rows' } }
    : { kind: 'overview', overview: { ...overview, ...chosen } };
}

function checks(
  rows: Rows,
  { overview, matching, known }: Extract<Task, { kind: 'check' }>,
  say: (message: ReadingMessage) => void,
  most: number
): void {
  let waiting: FileValue[] = [];
  let count = 0;
  const sendOff = () => {
    say({ kind: 'values', rows: rowColumns(waiting), row: waiting.at(-1)?.row ?? 0 });
    waiting = [];
  };
  for (const value of readFileValues(rows, overview, matching, known)) {
    count += 1;
    if (count > most) {
      say({ kind: 'problem', problem: { kind: 'too-many-values', most } });
      return;
    }
    waiting.push(value);
    if (waiting.length === valuesAtATime) sendOff();
  }
  if (waiting.length > 0) sendOff();
}

/** The rows of a file: of JSON its records, else of the sheet that is read. */
function openFile(
  bytes: Uint8Array,
  sheet: string | null,
  limits: FileLimits
): Result<SheetRows, SpreadsheetProblem> {
  if (bytes.length <= limits.bytes && looksLikeJson(bytes)) {
    const cells = cellsOfJson(new TextDecoder().decode(bytes), limits);
    if (cells !== null) return ok({ rows: cells, remarks: [] });
  }
  return openRows(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), limits, sheet);
}

function isEmpty(rows: Rows): boolean {
  for (const row of rows) if (!isBlankRow(row)) return false;
  return true;
}
