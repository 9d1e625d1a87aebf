import { readCells, remarkSentence } from '#platform/spreadsheet.server';
import { ok } from '#core/result';
import { cellsOfJson, looksLikeJson } from './json-rows.ts';
import { fileLimits, mostValues } from './limits.ts';
import type { Known, Matching } from './meanings.ts';
import { lookOver, type Overview } from './overview.ts';
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

/** Reads a file and says what it finds; knows neither the database nor the clock. */
export async function readFile(
  { bytes, task }: ReadingInput,
  say: (message: ReadingMessage) => void
): Promise<void> {
  const read = await readFileCells(bytes, task.sheet);
  if (!read.ok) {
    say({ kind: 'problem', problem: read.error });
    return;
  }
  const { cells, remarks, separator } = read.value;
  if (task.kind === 'look') {
    const overview = lookOver(cells, task.headingRow, remarks.map(remarkSentence), separator);
    const sheet = remarks.find((remark) => remark.kind === 'sheet');
    const chosen = sheet === undefined ? {} : { sheet: { name: sheet.name, others: sheet.others } };
    if (overview !== null) say({ kind: 'overview', overview: { ...overview, ...chosen } });
    else say({ kind: 'problem', problem: { kind: isEmpty(cells) ? 'empty-file' : 'no-rows' } });
    return;
  }
  let waiting: FileValue[] = [];
  let count = 0;
  const sendOff = () => {
    const row = waiting.at(-1)?.row ?? 0;
    say({ kind: 'values', rows: rowColumns(waiting), row });
    waiting = [];
  };
  for (const value of readFileValues(cells, task.overview, task.matching, task.known)) {
    count += 1;
    if (count > mostValues) {
      say({ kind: 'problem', problem: { kind: 'too-many-values', most: mostValues } });
      return;
    }
    waiting.push(value);
    if (waiting.length === valuesAtATime) sendOff();
  }
  if (waiting.length > 0) sendOff();
}

/** The cells of a file: of JSON its records, else of the sheet that is read. */
async function readFileCells(
  bytes: Uint8Array,
  sheet: Parameters<typeof readCells>[2]
): ReturnType<typeof readCells> {
  if (bytes.length <= fileLimits.bytes && looksLikeJson(bytes)) {
    const cells = cellsOfJson(new TextDecoder().decode(bytes), fileLimits);
    if (cells !== null) return ok({ cells, remarks: [] });
  }
  return readCells(Buffer.from(bytes), fileLimits, sheet);
}

function isEmpty(cells: readonly (readonly string[])[]): boolean {
  return cells.every((row) => row.every((cell) => cell.trim() === ''));
}
