import { err, ok, type Result } from '#core/result';
import { CsvError, parse } from 'csv-parse/sync';
import type { Cell, Sheet } from './cells.ts';
import { importLimits } from './limits.ts';
import type { FileProblem } from './problems.ts';

/**
 * The text of a file that a spreadsheet program saved: UTF-8 with or without its mark, UTF-16 with it, otherwise Windows-1252.
 * Refuses: bytes that are no text at all.
 */
export function decodeText(bytes: Uint8Array): Result<string, FileProblem> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ok(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff) return ok(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.includes(0)) return err({ kind: 'not-a-spreadsheet' });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return ok(new TextDecoder('windows-1252').decode(bytes));
  }
}

/**
 * Reads comma-separated values as one sheet. Where the first line has no comma but semicolons or tabs, those part the cells.
 * A cell that begins with `=` is a formula. An apostrophe before `=`, `+`, `-` or `@` is taken off: it was put there so that no
 * spreadsheet would run the cell.
 * Refuses: a quotation mark left open, too many rows or columns.
 */
export function readCsvSheet(text: string): Result<Sheet, FileProblem> {
  let records: string[][];
  try {
    // Without the option `columns` every record is a list of its cells.
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: importLimits.lastRow + 1
    }) as string[][]; // prettier-ignore
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const records: unknown = thrown['records'];
    return err({ kind: 'broken-csv', row: typeof records === 'number' ? records + 1 : 1 });
  }
  if (records.length > importLimits.lastRow) {
    return err({ kind: 'too-many-rows', most: importLimits.rows });
  }
  if (records.some((cells) => cells.length > importLimits.columns)) {
    return err({ kind: 'too-many-columns', most: importLimits.columns, sheet: '' });
  }
  return ok({ name: '', rows: records.map((cells) => cells.map(cellOf)), hasSections: false });
}

function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (line.includes(',')) return ',';
  return line.includes(';') ? ';' : line.includes('\t') ? '\t' : ',';
}

function cellOf(text: string): Cell {
  const trimmed = text.replaceAll('\r\n', '\n').trim();
  if (trimmed.startsWith('=')) return { formula: trimmed.slice(0, 100) };
  return /^'[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed;
}
