import { err, ok, type Result } from '#core/result';
import { readWorkbookSheets, type WorkbookCell } from '#platform/workbook.server';
import type { Cell, Sheet } from './cells.ts';
import { importLimits } from './limits.ts';
import type { FileProblem } from './problems.ts';

const megabyte = 1024 * 1024;

/**
 * Reads every sheet of a workbook (.xlsx).
 * Refuses: more inside than `importLimits` allows, what is no workbook, declarations that markup could grow from.
 */
export async function readXlsxSheets(bytes: Buffer): Promise<Result<Sheet[], FileProblem>> {
  const read = await readWorkbookSheets(bytes, importLimits);
  if (read.ok) {
    return ok(
      read.value.map(({ name, rows }) => ({
        name,
        rows: rows.map((row) => row.map(cellOf)),
        hasSections: true
      }))
    );
  }
  const { error } = read;
  switch (error.kind) {
    case 'not-a-workbook':
      return err({ kind: 'not-a-spreadsheet' });
    case 'too-much-inside':
      return err({ ...error, mostMegabytes: importLimits.unpackedBytes / megabyte });
    case 'too-many-sheets':
      return err({ ...error, most: importLimits.sheets });
    case 'too-many-rows':
      return err({ ...error, most: importLimits.rows });
    case 'too-many-columns':
      return err({ ...error, most: importLimits.columns, sheet: '' });
    case 'broken-workbook':
      return err(error);
  }
}

function cellOf(cell: WorkbookCell): Cell {
  return typeof cell === 'string' ? cell.replaceAll('\r\n', '\n').trim() : cell;
}
