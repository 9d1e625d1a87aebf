import type { SpreadsheetProblem } from '#platform/spreadsheet.server';

/** Why a whole file cannot be read. */
export type FileProblem =
  | SpreadsheetProblem
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'too-many-values'; readonly most: number }
  /** Cairn was stopped, or ran out of memory, or met a fault of its own. */
  | { readonly kind: 'reading-broke-off'; readonly isTooLarge: boolean };

/** Why a file was not merged, or an import not undone. */
export type ImportRefusal =
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'rows-refused'; readonly rows: number }
  | { readonly kind: 'changed-since-preview'; readonly values: number }
  | { readonly kind: 'nothing-to-save' }
  | { readonly kind: 'already-undone' };
