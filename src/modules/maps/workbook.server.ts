import writeXlsxFile from 'write-excel-file/node';
import type { TextTable } from './tables.ts';

/**
 * Tables as a workbook, one sheet each, with the headings kept in view. Every cell is written as text, so none of them is run as a
 * formula whatever it begins with.
 * Units: `widths` are characters, by column; 18 where none is given.
 */
export async function workbookOf(
  sheets: readonly {
    readonly name: string;
    readonly table: TextTable;
    readonly widths?: readonly number[];
  }[]
): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, table, widths = [] }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: (table[0] ?? []).map((_, index) => ({ width: widths[index] ?? 18 })),
      data: table.map((row, index) =>
        row.map((text) =>
          text === ''
            ? null
            : index === 0
              ? { value: text, type: String, fontWeight: 'bold' as const }
              : { value: text, type: String, wrap: true, alignVertical: 'top' as const }
        )
      )
    }))
  ).toBuffer();
}
