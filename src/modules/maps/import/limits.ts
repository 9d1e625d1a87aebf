/** How much one file may hold. Rows are counted over all its tables, without headings and blank rows. */
export const importLimits = {
  /** Bytes of the file itself. */
  bytes: 10_000_000,
  /** Bytes that a workbook may unpack to. */
  inflatedBytes: 32_000_000,
  /** The last row at which anything may stand: rows are numbered through blank ones too. */
  rows: 30_000,
  columns: 200
} as const;

/** Services and connections of one file. */
export const mostRows = 10_000;

/** Tables of one file, and different words of it that are asked about; further words are left out cell by cell, and listed. */
export const mostTables = 100;
export const mostMeanings = 200;

/** Days for which a preview waits to be confirmed. */
export const previewDays = 2;
