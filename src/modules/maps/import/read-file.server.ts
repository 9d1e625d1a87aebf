import { err, type Result } from '#core/result';
import type { Spine } from '#modules/vocabulary';
import { decodeText, readCsvSheet } from './csv-sheet.ts';
import { importLimits } from './limits.ts';
import type { FileProblem } from './problems.ts';
import { readRows, type ImportFile } from './rows.ts';
import { readSections } from './sections.ts';
import { readXlsxSheets } from './xlsx.server.ts';

/**
 * Reads a spreadsheet of services and connections. What kind of file it is, its bytes tell; a name is not believed.
 * Refuses: files too large, workbooks of the old kind (.xls), what is no spreadsheet, and whatever its readers refuse.
 */
export async function readImportFile(
  bytes: Buffer,
  spine: Pick<Spine, 'factors' | 'ages'>
): Promise<Result<ImportFile, FileProblem>> {
  if (bytes.length === 0) return err({ kind: 'empty-file' });
  if (bytes.length > importLimits.bytes) {
    return err({ kind: 'file-too-large', mostMegabytes: importLimits.bytes / 1024 / 1024 });
  }
  const sheets = await sheetsOf(bytes);
  if (!sheets.ok) return sheets;
  const sections = readSections(sheets.value);
  if (!sections.ok) return sections;
  return { ok: true, value: readRows(sections.value.sections, spine, sections.value.notes) };
}

const isOldExcel = (bytes: Buffer) => bytes.subarray(0, 4).toString('hex') === 'd0cf11e0';
const isZip = (bytes: Buffer) => bytes.subarray(0, 2).toString('latin1') === 'PK';

async function sheetsOf(bytes: Buffer) {
  if (isOldExcel(bytes)) return err({ kind: 'old-excel' } as const);
  if (isZip(bytes)) return readXlsxSheets(bytes);
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const sheet = readCsvSheet(text.value);
  return sheet.ok ? { ok: true as const, value: [sheet.value] } : sheet;
}
