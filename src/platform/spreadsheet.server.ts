import { err, ok, type Result } from '#core/result';
import { parse } from 'csv-parse/sync';
import { readWorkbookSheets, type WorkbookProblem } from './workbook.server.ts';
import { inThread, WorkerFault } from './worker.server.ts';

/** Rows of cells as text, from what somebody pasted or uploaded. What they mean is for the module that asked. */
export type Cells = readonly (readonly string[])[];

export type SpreadsheetProblem =
  | { readonly kind: 'damaged-file' }
  | { readonly kind: 'swelling-file' }
  | { readonly kind: 'took-too-long' }
  | { readonly kind: 'file-too-large'; readonly mostBytes: number }
  | { readonly kind: 'not-a-spreadsheet' }
  | { readonly kind: 'old-spreadsheet' }
  | { readonly kind: 'unreadable-csv'; readonly row: number }
  | { readonly kind: 'formula-cells'; readonly cells: readonly string[] }
  | { readonly kind: 'too-many-cells'; readonly mostRows: number; readonly mostColumns: number };

/** What a file may hold: bytes as sent, bytes that a workbook unpacks to, rows and columns. */
export type SpreadsheetLimits = {
  readonly bytes: number;
  readonly inflatedBytes: number;
  readonly rows: number;
  readonly columns: number;
};

/** What a file may hold. Inflated, a workbook may be forty times its upload and no more than this. */
export const spreadsheetLimits: SpreadsheetLimits = {
  bytes: 2_000_000,
  inflatedBytes: 40_000_000,
  rows: 20_000,
  columns: 200
};

/** What happened, and what to do now. */
export function spreadsheetSentence(problem: SpreadsheetProblem): string {
  switch (problem.kind) {
    case 'file-too-large':
      return `The file is larger than ${Math.floor(problem.mostBytes / 1_000_000)} MB. Take out pictures and other sheets, or send it in parts.`;
    case 'not-a-spreadsheet':
      return 'This is neither a CSV file nor an Excel workbook (.xlsx). Save it as one of these and try again.';
    case 'old-spreadsheet':
      return 'This is an old Excel file (.xls), or one with a password. Open it in Excel, save it as .xlsx without a password and try again.';
    case 'unreadable-csv':
      return `The file cannot be read from row ${problem.row} on: a quotation mark is not closed. Mend it there and try again.`;
    case 'damaged-file':
      return 'The workbook is damaged and cannot be opened. Save it again in Excel, or as CSV.';
    case 'swelling-file':
      return 'The workbook unpacks to far more than it should and was not opened. Copy its values into a new workbook.';
    case 'took-too-long':
      return 'The file took too long to read, and reading it was stopped. Copy its values into a new file, or send it in parts.';
    case 'formula-cells':
      return `${problem.cells.length === 1 ? 'Cell' : 'Cells'} ${problem.cells.slice(0, 5).join(', ')}${problem.cells.length > 5 ? ' and others' : ''} ${problem.cells.length === 1 ? 'holds a formula' : 'hold formulas'}. Copy the sheet and paste it as values, then try again.`;
    case 'too-many-cells':
      return `The sheet has more than ${problem.mostRows.toLocaleString('en-GB')} rows or ${problem.mostColumns} columns. Leave in it only what is needed.`;
  }
}

/**
 * Reads a CSV file or the first sheet of an Excel workbook, in a thread beside the one that answers requests. Text may be UTF-8, UTF-16
 * with its mark, or Windows-1252 as Excel writes it. Cells keep their text; dates of a workbook come as `YYYY-MM-DD`, numbers without
 * grouping.
 * Refuses: files over 2 MB; what is neither; a workbook that is damaged, swells when unpacked or holds formulas; more than
 * 20,000 rows or 200 columns; what takes longer than 30 seconds.
 */
export async function readSpreadsheet(file: File): Promise<Result<Cells, SpreadsheetProblem>> {
  if (file.size > spreadsheetLimits.bytes) {
    return err({ kind: 'file-too-large', mostBytes: spreadsheetLimits.bytes });
  }
  return readBeside(new Uint8Array(await file.arrayBuffer()));
}

/** Reads rows as they were pasted from a spreadsheet, as `readSpreadsheet` reads a file. */
export function readPasted(text: string): Promise<Result<Cells, SpreadsheetProblem>> {
  return readBeside(text);
}

const readingWork = 'platform/spreadsheet-work.server.ts';
const mostSeconds = 30;

async function readBeside(
  content: Uint8Array | string
): Promise<Result<Cells, SpreadsheetProblem>> {
  let answer: Result<Cells, SpreadsheetProblem> | undefined;
  const hear = (read: Result<Cells, SpreadsheetProblem>) => void (answer = read);
  try {
    await inThread(readingWork, content, hear, { seconds: mostSeconds });
  } catch (fault) {
    if (!(fault instanceof WorkerFault) || fault.reason === 'threw') throw fault;
    return err({ kind: fault.reason === 'too-long' ? 'took-too-long' : 'swelling-file' });
  }
  if (answer === undefined) throw new Error('The reader of spreadsheets said nothing.');
  return answer;
}

/**
 * Reads the bytes of a CSV file or a workbook as `readSpreadsheet` does, under limits of the caller's own.
 * Assumes: it runs in a thread that may be stopped.
 */
export async function readCells(
  bytes: Buffer,
  limits: SpreadsheetLimits = spreadsheetLimits
): Promise<Result<Cells, SpreadsheetProblem>> {
  if (bytes.length > limits.bytes) return err({ kind: 'file-too-large', mostBytes: limits.bytes });
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')))
    return readWorkbook(bytes, limits);
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    return err({ kind: 'old-spreadsheet' });
  const text = decode(bytes);
  // A file that is no text shows itself by the characters that text never holds.
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) return err({ kind: 'not-a-spreadsheet' });
  return readText(text, limits);
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Reads rows as they were pasted from a spreadsheet, or the text of a CSV file. The separator is the tab, the semicolon or the
 * comma, whichever parts the first rows into the most cells.
 */
export function readText(
  text: string,
  limits: SpreadsheetLimits = spreadsheetLimits
): Result<Cells, SpreadsheetProblem> {
  const delimiter = separatorOf(text);
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: delimiter === '\t',
      skip_empty_lines: false
    });
    return checkSize(rows, limits);
  } catch (fault) {
    const row = fault instanceof Error && 'lines' in fault ? Number(fault.lines) : 1;
    return err({ kind: 'unreadable-csv', row });
  }
}

const linesLookedAt = 20;

/** The most separators of one kind on any of the first lines; on level terms the tab before the semicolon before the comma. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 100_000).split(/\r?\n/, linesLookedAt);
  const most = (separator: string) =>
    Math.max(...lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length));
  return ['\t', ';', ','].reduce((best, each) => (most(each) > most(best) ? each : best));
}

function checkSize(
  rows: Cells,
  { rows: mostRows, columns: mostColumns }: SpreadsheetLimits
): Result<Cells, SpreadsheetProblem> {
  if (rows.length > mostRows || rows.some((row) => row.length > mostColumns)) {
    return err({ kind: 'too-many-cells', mostRows, mostColumns });
  }
  return ok(rows);
}

async function readWorkbook(
  bytes: Buffer,
  limits: SpreadsheetLimits
): Promise<Result<Cells, SpreadsheetProblem>> {
  const read = await readWorkbookSheets(
    bytes,
    {
      unpackedBytes: limits.inflatedBytes,
      entries: mostEntries,
      sheets: 1,
      lastRow: limits.rows,
      columns: limits.columns
    },
    'first'
  );
  if (!read.ok) return err(workbookProblem(read.error, limits));
  const rows = read.value[0]?.rows ?? [];
  const formulas = rows.flatMap((row, index) =>
    row.flatMap((cell, column) =>
      typeof cell === 'string' ? [] : [`${columnLetters(column)}${index + 1}`]
    )
  );
  if (formulas.length > 0) return err({ kind: 'formula-cells', cells: formulas });
  return checkSize(
    rows.map((row) => row.filter((cell) => typeof cell === 'string')),
    limits
  );
}

const mostEntries = 500;

function workbookProblem(
  problem: WorkbookProblem,
  { rows, columns }: SpreadsheetLimits
): SpreadsheetProblem {
  switch (problem.kind) {
    case 'not-a-workbook':
      return { kind: 'not-a-spreadsheet' };
    case 'broken-workbook':
    case 'too-many-sheets':
      return { kind: 'damaged-file' };
    case 'too-much-inside':
      return { kind: 'swelling-file' };
    case 'too-many-rows':
    case 'too-many-columns':
      return { kind: 'too-many-cells', mostRows: rows, mostColumns: columns };
  }
}

/** @example columnLetters(27) // 'AB': columns are counted from 0 */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
