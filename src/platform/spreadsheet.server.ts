import { err, ok, type Result } from '#core/result';
import { isUtf8 } from 'node:buffer';
import { readWorkbookSheets, type WorkbookProblem, type WorkbookSheet } from './workbook.server.ts';
import { columnLetters } from './workbook-xml.ts';
import { rowsOfText, separatorOf, UnclosedQuote } from './text-rows.ts';
import { inThread, WorkerFault } from './worker.server.ts';

/** Rows of cells as text, from what somebody pasted or uploaded. What they mean is for the module that asked. */
export type Cells = readonly (readonly string[])[];

/** What was read of a workbook, and what not: for whoever sent it to be told. */
export type SheetRemark =
  /** `others` could be read as well; `hidden` are out of sight in the workbook. */
  | {
      readonly kind: 'sheet';
      readonly name: string;
      readonly others: readonly string[];
      readonly hidden: readonly string[];
    }
  | { readonly kind: 'hidden-rows'; readonly rows: readonly number[] }
  | { readonly kind: 'hidden-columns'; readonly columns: readonly string[] }
  /** The results that the workbook keeps of them were read. */
  | { readonly kind: 'formulas'; readonly cells: readonly string[] };

/**
 * The cells of one sheet. Rows and columns that the sheet hides are blank, so that every other cell keeps its place; of cells merged down, each
 * holds what stands in the first.
 */
export type SheetCells = {
  readonly cells: Cells;
  readonly remarks: readonly SheetRemark[];
  /** There where semicolons part the cells of a text: then decimals stand behind a comma. */
  readonly separator?: ';';
};

const mostListed = 5;

function listed(all: readonly (string | number)[]): string {
  const shown = all.slice(0, mostListed).join(', ');
  return all.length > mostListed ? `${shown} and ${all.length - mostListed} more` : shown;
}

/** A remark as whoever sent the file reads it. */
export function remarkSentence(remark: SheetRemark): string {
  switch (remark.kind) {
    case 'sheet': {
      const others =
        remark.others.length === 0 ? '' : ` The workbook also holds: ${listed(remark.others)}.`;
      const hidden =
        remark.hidden.length === 0 ? '' : ` Hidden in it, and not read: ${listed(remark.hidden)}.`;
      return `The sheet “${remark.name}” was read.${others}${hidden}`;
    }
    case 'hidden-rows':
      return remark.rows.length === 1
        ? `Row ${listed(remark.rows)} is hidden in the sheet and was left out. Show it in the sheet to have it read.`
        : `Rows ${listed(remark.rows)} are hidden in the sheet and were left out. Show them in the sheet to have them read.`;
    case 'hidden-columns':
      return remark.columns.length === 1
        ? `Column ${listed(remark.columns)} is hidden in the sheet and was left out. Show it in the sheet to have it read.`
        : `Columns ${listed(remark.columns)} are hidden in the sheet and were left out. Show them in the sheet to have them read.`;
    case 'formulas':
      return remark.cells.length === 1
        ? `Cell ${listed(remark.cells)} holds a formula: its result, as the workbook keeps it, was read.`
        : `Cells ${listed(remark.cells)} hold formulas: their results, as the workbook keeps them, were read.`;
  }
}

export type SpreadsheetProblem =
  | { readonly kind: 'damaged-file' }
  | { readonly kind: 'swelling-file' }
  | { readonly kind: 'took-too-long' }
  | { readonly kind: 'file-too-large'; readonly mostBytes: number }
  | { readonly kind: 'not-a-spreadsheet' }
  | { readonly kind: 'old-spreadsheet' }
  /** A web page, or a table that was saved as one and is called a workbook. */
  | { readonly kind: 'web-page' }
  | { readonly kind: 'unreadable-csv'; readonly row: number }
  /** Formulas whose results are not in the file. */
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
      return 'This is neither a CSV file nor a workbook (.xlsx or .ods). Save it as one of these and try again.';
    case 'old-spreadsheet':
      return 'This is an old Excel file (.xls), or one with a password. Open it in Excel, save it as .xlsx without a password and try again.';
    case 'web-page':
      return 'This is a web page, or a table that was saved as one. Open it in Excel, save it as .xlsx and try again.';
    case 'unreadable-csv':
      return `The file cannot be read from row ${problem.row} on: a quotation mark is not closed. Mend it there and try again.`;
    case 'damaged-file':
      return 'The workbook is damaged and cannot be opened. Save it again in Excel, or as CSV.';
    case 'swelling-file':
      return 'The workbook unpacks to far more than it should and was not opened. Copy its values into a new workbook.';
    case 'took-too-long':
      return 'The file took too long to read, and reading it was stopped. Copy its values into a new file, or send it in parts.';
    case 'formula-cells':
      return problem.cells.length === 1
        ? `Cell ${listed(problem.cells)} holds a formula whose result is not in the file. Open it in Excel and save it again, or paste it as values.`
        : `Cells ${listed(problem.cells)} hold formulas whose results are not in the file. Open it in Excel and save it again, or paste it as values.`;
    case 'too-many-cells':
      return `The sheet has more than ${problem.mostRows.toLocaleString('en-GB')} rows or ${problem.mostColumns} columns. Leave in it only what is needed.`;
  }
}

/**
 * Reads a CSV file or one sheet of an Excel workbook, in a thread beside the one that answers requests. Text may be UTF-8, UTF-16 with its
 * mark, or Windows-1252 as Excel writes it. Cells keep their text; dates of a workbook come as `YYYY-MM-DD`, numbers without grouping,
 * percentages with their sign, formulas as their results. Of several sheets in sight the one called `sheet` is read, else the one with the
 * most figures.
 * Refuses: files over 2 MB; what is neither; a workbook that is damaged or swells when unpacked; more than
 * 20,000 rows or 200 columns; what takes longer than 30 seconds.
 */
export async function readSpreadsheet(
  file: Blob,
  sheet: string | null = null
): Promise<Result<SheetCells, SpreadsheetProblem>> {
  if (file.size > spreadsheetLimits.bytes) {
    return err({ kind: 'file-too-large', mostBytes: spreadsheetLimits.bytes });
  }
  return readBeside({ content: new Uint8Array(await file.arrayBuffer()), sheet });
}

/** Reads rows as they were pasted from a spreadsheet, as `readSpreadsheet` reads a file. */
export function readPasted(text: string): Promise<Result<SheetCells, SpreadsheetProblem>> {
  return readBeside({ content: text, sheet: null });
}

/** What a thread needs to read a small spreadsheet, or text that was pasted, which has no sheets. */
export type SpreadsheetInput = {
  readonly content: Uint8Array | string;
  readonly sheet: string | null;
};

const readingWork = 'platform/spreadsheet-work.server.ts';
const mostSeconds = 30;

async function readBeside(
  input: SpreadsheetInput
): Promise<Result<SheetCells, SpreadsheetProblem>> {
  let answer: Result<SheetCells, SpreadsheetProblem> | undefined;
  const hear = (read: Result<SheetCells, SpreadsheetProblem>) => void (answer = read);
  try {
    await inThread(readingWork, input, hear, { seconds: mostSeconds });
  } catch (fault) {
    if (!(fault instanceof WorkerFault) || fault.reason === 'threw') throw fault;
    return err({ kind: fault.reason === 'too-long' ? 'took-too-long' : 'swelling-file' });
  }
  if (answer === undefined) throw new Error('The reader of spreadsheets said nothing.');
  return answer;
}

/**
 * The rows of one sheet, to be gone through as often as is wanted. Those of a text are read anew each time, and no more of them is held than
 * is asked for; whoever goes through them is thrown `UnreadableRows` where they end in no good way.
 */
export type SheetRows = Omit<SheetCells, 'cells'> & { readonly rows: Iterable<readonly string[]> };

/** What was found out about a file while its rows were gone through. */
export class UnreadableRows extends Error {
  readonly problem: SpreadsheetProblem;

  constructor(problem: SpreadsheetProblem) {
    super(`rows that cannot be read: ${problem.kind}`);
    this.problem = problem;
  }
}

/**
 * Reads the bytes of a CSV file or a workbook as `readSpreadsheet` does, under limits of the caller's own. Of a workbook the sheet in sight called
 * `sheet` is read, where there is one.
 * Assumes: it runs in a thread that may be stopped.
 */
export async function readCells(
  bytes: Buffer,
  limits: SpreadsheetLimits = spreadsheetLimits,
  sheet: string | null = null
): Promise<Result<SheetCells, SpreadsheetProblem>> {
  const opened = openRows(bytes, limits, sheet);
  return opened.ok ? collected(opened.value) : opened;
}

/** Opens what `readCells` reads, for whoever goes through its rows one by one. */
export function openRows(
  bytes: Buffer,
  limits: SpreadsheetLimits = spreadsheetLimits,
  sheet: string | null = null
): Result<SheetRows, SpreadsheetProblem> {
  if (bytes.length > limits.bytes) return err({ kind: 'file-too-large', mostBytes: limits.bytes });
  if (isZip(bytes)) {
    const read = readWorkbook(bytes, limits, sheet);
    if (!read.ok) return read;
    const { cells, ...more } = read.value;
    return ok({ ...more, rows: cells });
  }
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    return err({ kind: 'old-spreadsheet' });
  const beginning = bytes.subarray(0, 200).toString('latin1');
  if (/^%PDF-|^\{\\rtf/.test(beginning)) return err({ kind: 'not-a-spreadsheet' });
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|table|head|body|meta|\?xml)\b/i.test(beginning))
    return err({ kind: 'web-page' });
  return openText({ [Symbol.iterator]: () => decoded(bytes) }, limits);
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
}

const bytesAtATime = 65_536;

/** The text of a file, in parts. */
function* decoded(bytes: Buffer): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += bytesAtATime) {
    const part = bytes.subarray(at, at + bytesAtATime);
    const text = decoder.decode(part, { stream: at + bytesAtATime < bytes.length });
    // A file that is no text shows itself by the characters that text never holds.
    if (/[\u0000-\u0008\u000e-\u001a]/.test(text))
      throw new UnreadableRows({ kind: 'not-a-spreadsheet' });
    yield text;
  }
}

/**
 * The text of a file in whichever of the encodings that spreadsheets write: UTF-8, UTF-16 with its mark, or else Windows-1252.
 * Throws `UnreadableRows` for what is no text.
 */
export function decodedText(bytes: Buffer): string {
  return [...decoded(bytes)].join('');
}

function encodingOf(bytes: Buffer): 'utf-16le' | 'utf-16be' | 'utf-8' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Latin letters in two bytes each, without the mark.
  if (bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0)
    return 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/**
 * Reads rows as they were pasted from a spreadsheet, or the text of a CSV file. The separator is the tab, the semicolon or the
 * comma, whichever parts the first rows into the most cells.
 */
export function readText(
  text: string,
  limits: SpreadsheetLimits = spreadsheetLimits
): Result<SheetCells, SpreadsheetProblem> {
  const opened = openText([text.toWellFormed()], limits);
  return opened.ok ? collected(opened.value) : opened;
}

function openText(
  parts: Iterable<string>,
  limits: SpreadsheetLimits
): Result<SheetRows, SpreadsheetProblem> {
  try {
    const separator = separatorOf(parts);
    const rows = { [Symbol.iterator]: () => withinLimits(rowsOfText(parts, separator), limits) };
    return ok({ rows, remarks: [], ...(separator === ';' ? { separator } : {}) });
  } catch (fault) {
    if (fault instanceof UnreadableRows) return err(fault.problem);
    throw fault;
  }
}

/** The rows as long as they are no more and no longer than may be. */
function* withinLimits(
  rows: Iterable<readonly string[]>,
  { rows: mostRows, columns: mostColumns }: SpreadsheetLimits
): Generator<readonly string[]> {
  let count = 0;
  try {
    for (const row of rows) {
      count += 1;
      if (count > mostRows || row.length > mostColumns)
        throw new UnreadableRows({ kind: 'too-many-cells', mostRows, mostColumns });
      yield row;
    }
  } catch (fault) {
    if (!(fault instanceof UnclosedQuote)) throw fault;
    throw new UnreadableRows({ kind: 'unreadable-csv', row: fault.row });
  }
}

function collected({ rows, ...more }: SheetRows): Result<SheetCells, SpreadsheetProblem> {
  try {
    return ok({ cells: [...rows], ...more });
  } catch (fault) {
    if (fault instanceof UnreadableRows) return err(fault.problem);
    throw fault;
  }
}

function checkSize(
  rows: Cells,
  { rows: mostRows, columns: mostColumns }: SpreadsheetLimits,
  remarks: readonly SheetRemark[] = []
): Result<SheetCells, SpreadsheetProblem> {
  if (rows.length > mostRows || rows.some((row) => row.length > mostColumns)) {
    return err({ kind: 'too-many-cells', mostRows, mostColumns });
  }
  return ok({ cells: rows, remarks });
}

/** One sheet of a file, for those who read more than one: `name` is empty for text, which has only one. */
export type NamedCells = SheetCells & {
  readonly name: string;
  /** Cells such as `C4` with a formula whose result is not in the file; they come blank. */
  readonly withoutResult: readonly string[];
};

/**
 * Reads every sheet of a file that somebody who opens it sees, as `readCells` reads one. What is said of sheets out of sight stands with
 * the first.
 * Assumes: it runs in a thread that may be stopped.
 */
export async function readSheets(
  bytes: Buffer,
  limits: SpreadsheetLimits = spreadsheetLimits
): Promise<Result<NamedCells[], SpreadsheetProblem>> {
  if (!isZip(bytes)) {
    const read = await readCells(bytes, limits);
    return read.ok ? ok([{ ...read.value, name: '', withoutResult: [] }]) : read;
  }
  if (bytes.length > limits.bytes) return err({ kind: 'file-too-large', mostBytes: limits.bytes });
  const sheets = openWorkbook(bytes, limits);
  if (!sheets.ok) return sheets;
  const inSight = sheets.value.filter((one) => one.isVisible);
  const tables: NamedCells[] = [];
  for (const [index, sheet] of inSight.entries()) {
    const others = index === 0 ? sheets.value.filter((one) => !one.isVisible) : [];
    const read = sheetCells(sheet, [sheet, ...others], limits);
    if (!read.ok) return read;
    tables.push({ ...read.value, name: sheet.name, withoutResult: withoutResult(sheet) });
  }
  return tables.length === 0 ? err({ kind: 'not-a-spreadsheet' }) : ok(tables);
}

function readWorkbook(
  bytes: Buffer,
  limits: SpreadsheetLimits,
  wanted: string | null
): Result<SheetCells, SpreadsheetProblem> {
  const sheets = openWorkbook(bytes, limits);
  if (!sheets.ok) return sheets;
  const named = sheets.value.find((one) => one.isVisible && one.name === wanted);
  const sheet = named ?? sheetWithFigures(sheets.value);
  if (sheet === undefined) return err({ kind: 'not-a-spreadsheet' });
  const unknown = withoutResult(sheet);
  if (unknown.length > 0) return err({ kind: 'formula-cells', cells: unknown });
  return sheetCells(sheet, sheets.value, limits);
}

function openWorkbook(
  bytes: Buffer,
  limits: SpreadsheetLimits
): Result<WorkbookSheet[], SpreadsheetProblem> {
  const read = readWorkbookSheets(bytes, {
    unpackedBytes: limits.inflatedBytes,
    entries: mostEntries,
    sheets: mostSheets,
    lastRow: limits.rows,
    columns: limits.columns
  });
  return read.ok ? read : err(workbookProblem(read.error, limits));
}

function withoutResult(sheet: WorkbookSheet): string[] {
  return sheet.formulas.filter(({ hasResult }) => !hasResult).map(({ at }) => at);
}

/** The cells of a sheet without what it hides, and what is to be said of it beside the others of its workbook. */
function sheetCells(
  sheet: WorkbookSheet,
  sheets: readonly WorkbookSheet[],
  limits: SpreadsheetLimits
): Result<SheetCells, SpreadsheetProblem> {
  const hiddenRows = new Set(sheet.hiddenRows);
  const hiddenColumns = new Set(sheet.hiddenColumns);
  const rows = sheet.rows.map((row, index) =>
    hiddenRows.has(index + 1)
      ? []
      : row.map((cell, column) => (hiddenColumns.has(column + 1) ? '' : cell))
  );
  carryDown(rows, sheet, { rows: hiddenRows, columns: hiddenColumns });
  return checkSize(rows, limits, remarksOn(sheet, sheets));
}

const mostCarried = 200_000;

/**
 * Writes what stands in the first of merged cells into the first of them that is in sight, and of those merged down into each below it.
 * Only blank cells are written to.
 */
function carryDown(rows: string[][], sheet: WorkbookSheet, hidden: Hidden): void {
  let left = mostCarried;
  for (const { firstRow, firstColumn, lastRow, lastColumn } of sheet.merged) {
    const text = sheet.rows[firstRow - 1]?.[firstColumn - 1] ?? '';
    const column = firstNotIn(hidden.columns, firstColumn, lastColumn);
    const first = firstNotIn(hidden.rows, firstRow, lastRow);
    if (text === '' || column === null || first === null) continue;
    for (let row = first; row <= Math.min(lastRow, rows.length) && left > 0; row += 1) {
      const cells = rows[row - 1];
      const isBlank = cells?.every((cell) => cell === '') ?? true;
      // A row without any cell of its own is no row of the table; a heading may stand alone in its own.
      if (cells === undefined || (isBlank && row > firstRow)) continue;
      left -= 1;
      while (cells.length < column) cells.push('');
      cells[column - 1] ||= text;
    }
  }
}

type Hidden = { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> };

function firstNotIn(hidden: ReadonlySet<number>, first: number, last: number): number | null {
  for (let at = first; at <= last; at += 1) if (!hidden.has(at)) return at;
  return null;
}

/** The sheet in sight with the most figures; the first where none has any. */
function sheetWithFigures(sheets: readonly WorkbookSheet[]): WorkbookSheet | undefined {
  const inSight = sheets.filter((one) => one.isVisible);
  const figures = (sheet: WorkbookSheet) =>
    sheet.rows.reduce((sum, row) => sum + row.filter(looksLikeFigure).length, 0);
  return inSight
    .map((sheet) => ({ sheet, count: figures(sheet) }))
    .reduce<{ sheet: WorkbookSheet; count: number } | undefined>(
      (best, each) => (best === undefined || each.count > best.count ? each : best),
      undefined
    )?.sheet;
}

function looksLikeFigure(cell: string): boolean {
  return /^[-+]?[\d.,]*\d%?$/.test(cell.trim());
}

function remarksOn(sheet: WorkbookSheet, sheets: readonly WorkbookSheet[]): SheetRemark[] {
  const remarks: SheetRemark[] = [];
  const others = sheets.filter((one) => one !== sheet);
  if (others.length > 0) {
    const namesOf = (isVisible: boolean) =>
      others.filter((one) => one.isVisible === isVisible).map(({ name }) => name);
    remarks.push({
      kind: 'sheet',
      name: sheet.name,
      others: namesOf(true),
      hidden: namesOf(false)
    });
  }
  if (sheet.hiddenRows.length > 0) remarks.push({ kind: 'hidden-rows', rows: sheet.hiddenRows });
  const columns = sheet.hiddenColumns.map((column) => columnLetters(column));
  if (columns.length > 0) remarks.push({ kind: 'hidden-columns', columns });
  const formulas = sheet.formulas.filter(({ hasResult }) => hasResult).map(({ at }) => at);
  if (formulas.length > 0) remarks.push({ kind: 'formulas', cells: formulas });
  return remarks;
}

const mostSheets = 100;
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
