import { csvText } from '#core/csv';
import type { TextTable } from '#modules/maps';

/** A table to take away as CSV. */
export function csvFile(name: string, table: TextTable): Response {
  return new Response(csvText(table), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`
    }
  });
}

/** A workbook to take away. */
export function workbookFile(name: string, workbook: Buffer): Response {
  return new Response(new Uint8Array(workbook), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}.xlsx"`
    }
  });
}
