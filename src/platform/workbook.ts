import type { FormulaCell, MergedCells } from './workbook-xml.ts';

/** Workbooks, whatever program wrote them. */

/** One sheet: its rows from the first, blank ones too. Rows and columns are counted from 1. */
export type WorkbookSheet = {
  readonly name: string;
  /** Whether somebody who opens the workbook sees it. */
  readonly isVisible: boolean;
  readonly rows: readonly (readonly string[])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly formulas: readonly FormulaCell[];
  readonly merged: readonly MergedCells[];
};

/** What a workbook may hold: bytes it unpacks to, files inside, sheets, and how far down and across a sheet may reach. */
export type WorkbookLimits = {
  readonly unpackedBytes: number;
  readonly entries: number;
  readonly sheets: number;
  readonly lastRow: number;
  readonly columns: number;
};

export type WorkbookProblem =
  | { readonly kind: 'not-a-workbook' }
  | { readonly kind: 'broken-workbook' }
  | { readonly kind: 'too-much-inside' }
  | { readonly kind: 'too-many-sheets'; readonly given: number }
  | { readonly kind: 'too-many-rows' }
  | { readonly kind: 'too-many-columns' };
