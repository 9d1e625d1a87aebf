import { dateInUtc } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import readXlsxFile from 'read-excel-file/node';
import type { Cell, Sheet } from './cells.ts';
import { importLimits } from './limits.ts';
import type { FileProblem } from './problems.ts';
import { formulaMark, prepareSheet } from './workbook-xml.ts';
import { unzip, zipStored, type ZipEntry } from '#platform/zip.server';

const megabyte = 1024 * 1024;
/** A sheet is told by what it holds: a workbook may keep it under any name. */
const isSheet = (text: string): boolean => /<(?:[^\s<>/:]+:)*sheetData[\s/>]/.test(text);
const broken = { kind: 'broken-workbook' } as const;

/**
 * Reads every sheet of a workbook (.xlsx). The archive is unpacked under limits first, its sheets are made safe to read, and only then
 * handed to the reader of workbooks, packed without compression.
 * Refuses: more inside than `importLimits` allows, what is no workbook, declarations that markup could grow from.
 */
export async function readXlsxSheets(bytes: Buffer): Promise<Result<Sheet[], FileProblem>> {
  const unzipped = unzip(bytes, (path) => /\.xml(\.rels)?$/.test(path), {
    bytes: importLimits.unpackedBytes,
    entries: importLimits.entries
  });
  if (!unzipped.ok) {
    return err(
      unzipped.error.kind === 'too-much-inside'
        ? { kind: 'too-much-inside', mostMegabytes: importLimits.unpackedBytes / megabyte }
        : broken
    );
  }
  const entries = unzipped.value;
  if (!entries.some((entry) => entry.path === 'xl/workbook.xml')) {
    return err({ kind: 'not-a-spreadsheet' });
  }
  const prepared: ZipEntry[] = [];
  let sheetCount = 0;
  for (const entry of entries) {
    const text = entry.bytes.toString('utf8');
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) return err(broken);
    if (!isSheet(text)) {
      prepared.push(entry);
      continue;
    }
    sheetCount += 1;
    const sheet = prepareSheet(text);
    if (sheet === null) return err(broken);
    if (sheet.lastRow > importLimits.lastRow) {
      return err({ kind: 'too-many-rows', most: importLimits.rows });
    }
    if (sheet.lastColumn > importLimits.columns) {
      return err({ kind: 'too-many-columns', most: importLimits.columns, sheet: '' });
    }
    prepared.push({ path: entry.path, bytes: Buffer.from(sheet.xml, 'utf8') });
  }
  if (sheetCount > importLimits.sheets) {
    return err({ kind: 'too-many-sheets', most: importLimits.sheets, given: sheetCount });
  }
  try {
    const sheets = await readXlsxFile(zipStored(prepared));
    return ok(
      sheets.map(({ sheet, data }) => ({
        name: sheet,
        rows: data.map((row) => row.map(cellOf)),
        hasSections: true
      }))
    );
  } catch {
    // Whatever the reader of workbooks stumbles over was written by somebody else's program.
    return err(broken);
  }
}

/** The reader's types know no dates, so a value is told by what it is. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? dateInUtc(value) : iso;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '';
  const text = value.replaceAll('\r\n', '\n').trim();
  return text.startsWith(formulaMark) ? { formula: text.slice(formulaMark.length) } : text;
}
