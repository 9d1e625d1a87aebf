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

/** Something to take away as JSON, indented so that a person can read it too. */
export function jsonFile(name: string, content: unknown, type: string): Response {
  return new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`
    }
  });
}
