/** How much a file may hold. */
export type FileLimits = {
  readonly bytes: number;
  readonly inflatedBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Rows times columns of values. */
  readonly values: number;
};

/** How much one file of values may hold. The body of a request is at most 12 MB (`web/web-server.ts`). */
export const fileLimits: FileLimits = {
  /** Bytes of the file itself. */
  bytes: 10_000_000,
  /** Bytes that a workbook may unpack to. */
  inflatedBytes: 150_000_000,
  /** Rows, headings among them. */
  rows: 120_001,
  columns: 200,
  values: 200_000
};

/** Days for which a file waits to be matched and confirmed, and for which rows left out can be taken away afterwards. */
export const draftDays = 14;

/** Different names of one column that can be matched one by one. */
export const mostNames = 1000;
