import type { FindKind } from '#modules/disclosure';

/** Where a row stands: its sheet (empty for a CSV) and its number as a spreadsheet counts, headings included. */
export type Where = { readonly sheet: string; readonly row: number };

/** Why a whole file cannot be read. */
export type FileProblem =
  | { readonly kind: 'no-file' }
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'file-too-large'; readonly mostMegabytes: number }
  | { readonly kind: 'old-excel' }
  | { readonly kind: 'not-a-spreadsheet' }
  | { readonly kind: 'broken-workbook' }
  | { readonly kind: 'took-too-long' }
  | { readonly kind: 'too-much-inside'; readonly mostMegabytes: number }
  | { readonly kind: 'too-many-sheets'; readonly most: number; readonly given: number }
  | { readonly kind: 'too-many-columns'; readonly most: number; readonly sheet: string }
  | { readonly kind: 'too-many-rows'; readonly most: number }
  | { readonly kind: 'broken-csv'; readonly row: number }
  | {
      readonly kind: 'wrong-headings';
      readonly sheet: string;
      readonly row: number;
      readonly found: readonly string[];
    }
  | { readonly kind: 'heading-twice'; readonly sheet: string; readonly heading: string };

/** Why one row cannot be taken. `column` is the heading above the cell. */
export type RowProblem =
  | { readonly kind: 'formula'; readonly column: string; readonly cell: string }
  | { readonly kind: 'empty-label' }
  | { readonly kind: 'too-long'; readonly column: string; readonly most: number }
  | { readonly kind: 'too-many-values'; readonly column: string; readonly most: number }
  | { readonly kind: 'unknown-factor'; readonly given: string }
  | { readonly kind: 'unknown-age'; readonly given: string }
  | { readonly kind: 'unknown-stage'; readonly given: string }
  | { readonly kind: 'not-an-address'; readonly given: string }
  | { readonly kind: 'not-degrees'; readonly column: string; readonly given: string }
  | { readonly kind: 'half-a-point' }
  | { readonly kind: 'not-a-date'; readonly given: string }
  | { readonly kind: 'not-yes-or-no'; readonly column: string; readonly given: string }
  | { readonly kind: 'several-called'; readonly label: string }
  | { readonly kind: 'empty-end'; readonly column: 'From' | 'To' }
  | { readonly kind: 'not-a-direction'; readonly given: string }
  | { readonly kind: 'to-itself' }
  | { readonly kind: 'end-refused'; readonly label: string };

export type RefusedRow = { readonly where: Where; readonly problems: readonly RowProblem[] };

/** What the reader of a preview should know, though nothing is refused for it. */
export type ImportNote =
  | { readonly kind: 'sheet-ignored'; readonly sheet: string }
  | { readonly kind: 'section-left-out'; readonly where: Where; readonly found: readonly string[] }
  | {
      readonly kind: 'columns-left-out';
      readonly sheet: string;
      readonly columns: readonly string[];
    }
  | { readonly kind: 'email-not-kept'; readonly sheet: string }
  | {
      readonly kind: 'may-name-someone';
      readonly where: Where;
      readonly column: string;
      readonly kinds: readonly FindKind[];
    }
  | { readonly kind: 'repeated-row'; readonly where: Where; readonly first: Where }
  | { readonly kind: 'ended-service'; readonly where: Where; readonly label: string }
  | { readonly kind: 'only-a-name'; readonly where: Where; readonly label: string };

/** Why an import was not carried out: refused rows without leave to take the rest, or a place that has changed since. */
export type ImportRefusal =
  | FileProblem
  | { readonly kind: 'rows-refused'; readonly rows: number }
  | { readonly kind: 'changed-since-preview' }
  | { readonly kind: 'nothing-to-do' };
