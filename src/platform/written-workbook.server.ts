import writeXlsxFile from 'write-excel-file/node';

/** A table as rows of text, headings first. */
type Rows = readonly (readonly string[])[];

export type WrittenSheet = {
  readonly name: string;
  readonly table: Rows;
  readonly widths?: readonly number[];
};

/**
 * Tables as a workbook, one sheet each, with the headings kept in view. Every cell is written as text, so none of them is run as a
 * formula whatever it begins with; with `hasNumbers`, what is a number and is written just so becomes one, so that it can be reckoned
 * with: "12.5", not "1.50" or "007".
 * Units: `widths` are characters, by column; 18 where none is given.
 */
export async function workbookOf(
  sheets: readonly WrittenSheet[],
  { hasNumbers = false }: { readonly hasNumbers?: boolean } = {}
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
              : hasNumbers && isWrittenNumber(text)
                ? { value: Number(text), type: Number, alignVertical: 'top' as const }
                : { value: text, type: String, wrap: true, alignVertical: 'top' as const }
        )
      )
    }))
  ).toBuffer();
}

/** Whether a text is just how its number is written, within the fifteen digits that a spreadsheet keeps. */
function isWrittenNumber(text: string): boolean {
  return (
    /^-?\d{1,15}(\.\d{1,15})?$/.test(text) && text.length <= 16 && String(Number(text)) === text
  );
}
