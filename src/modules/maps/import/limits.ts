/** How much one file may hold. Rows are counted over all its sheets, without headings and blank rows. */
export const importLimits = {
  /** Bytes of the file itself. */
  bytes: 10 * 1024 * 1024,
  /** Bytes of everything a workbook unpacks to. */
  unpackedBytes: 32 * 1024 * 1024,
  entries: 1000,
  sheets: 50,
  columns: 200,
  rows: 10_000,
  /** The last row number at which anything may stand: rows are numbered through blank ones too. */
  lastRow: 30_000
} as const;

/** Days for which a preview waits to be confirmed. */
export const previewDays = 2;
