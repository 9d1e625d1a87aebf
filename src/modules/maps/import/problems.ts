import type { GeoJsonProblem } from '#core/geojson-in';
import type { FindKind } from '#modules/disclosure';
import type { SpreadsheetProblem } from '#platform/spreadsheet.server';
import type { FeedProblem } from './feed.server.ts';

/** Where a row stands: its sheet (empty for a CSV) and its number as a spreadsheet counts, headings included. */
export type Where = { readonly sheet: string; readonly row: number };

/** Why a whole file cannot be read. */
export type FileProblem =
  | SpreadsheetProblem
  | GeoJsonProblem
  | { readonly kind: 'no-file' }
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'too-many-tables'; readonly most: number }
  | { readonly kind: 'too-many-rows'; readonly most: number }
  | { readonly kind: 'broken-json' }
  | { readonly kind: 'json-not-known' };

/** Why one row cannot be taken: it does not say what it is about. */
export type RowProblem =
  | { readonly kind: 'empty-label' }
  | { readonly kind: 'too-long'; readonly column: string; readonly most: number }
  | { readonly kind: 'several-called'; readonly label: string }
  | { readonly kind: 'empty-end'; readonly column: 'From' | 'To' }
  | { readonly kind: 'to-itself' }
  | { readonly kind: 'end-refused'; readonly label: string };

export type RefusedRow = { readonly where: Where; readonly problems: readonly RowProblem[] };

/** Why one cell cannot be taken, while its row is. */
export type CellProblem =
  | { readonly kind: 'formula' }
  | { readonly kind: 'error' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'too-many-values'; readonly most: number }
  | { readonly kind: 'unknown-factor'; readonly given: string }
  | { readonly kind: 'unknown-age'; readonly given: string }
  | {
      readonly kind: 'unknown-stage';
      readonly given: string;
      /** What the stages are called here. */
      readonly known: readonly string[];
    }
  | { readonly kind: 'not-an-address'; readonly given: string }
  | { readonly kind: 'not-degrees'; readonly given: string }
  | { readonly kind: 'half-a-point' }
  | { readonly kind: 'not-a-date'; readonly given: string }
  /** A date in digits that is another day in the other order; nobody said which is meant. */
  | { readonly kind: 'dates-open'; readonly given: string }
  /** A date in digits in a column where some have the day first and others the month. */
  | { readonly kind: 'dates-contrary'; readonly given: string }
  | { readonly kind: 'not-yes-or-no'; readonly given: string }
  | { readonly kind: 'not-a-direction'; readonly given: string };

/** A cell that was left out: `at` is its place in the sheet, such as `C5`, `heading` what stands over it. */
export type LeftOut = {
  readonly where: Where;
  readonly at: string;
  readonly heading: string;
  readonly problem: CellProblem;
};

/** What the reader of a preview should know, though nothing is refused for it. */
export type ImportNote =
  /** A sentence of the reader of files: hidden rows, sheets out of sight, formulas. */
  | { readonly kind: 'of-reading'; readonly sheet: string; readonly sentence: string }
  | { readonly kind: 'sheet-ignored'; readonly sheet: string }
  | { readonly kind: 'section-left-out'; readonly where: Where; readonly found: readonly string[] }
  /** Titles above the headings. */
  | { readonly kind: 'rows-above'; readonly where: Where; readonly last: number }
  /** A line by itself below the table, such as a note or a source. */
  | { readonly kind: 'row-below'; readonly where: Where; readonly found: string }
  /** Headings that come again within a table. */
  | { readonly kind: 'headings-again'; readonly where: Where }
  /** Another table begins in the same sheet. */
  | { readonly kind: 'table-begins'; readonly where: Where; readonly found: readonly string[] }
  | {
      readonly kind: 'columns-left-out';
      readonly sheet: string;
      readonly columns: readonly string[];
    }
  | { readonly kind: 'email-not-kept'; readonly sheet: string }
  | {
      readonly kind: 'open-referral';
      readonly version: '1' | '2' | '3' | null;
      readonly services: number;
    }
  | { readonly kind: 'one-page'; readonly page: number; readonly pages: number }
  | { readonly kind: 'not-on-offer'; readonly services: number }
  | { readonly kind: 'more-places'; readonly services: number }
  | { readonly kind: 'no-such-point'; readonly services: number }
  | {
      readonly kind: 'shortened';
      readonly where: Where;
      readonly column: string;
      readonly most: number;
    }
  | { readonly kind: 'loops-left-out'; readonly loops: number }
  | { readonly kind: 'delays-left-out'; readonly connections: number }
  | { readonly kind: 'parts-left-out'; readonly parts: readonly string[] }
  | { readonly kind: 'addresses-completed'; readonly count: number; readonly example: string }
  | {
      readonly kind: 'may-name-someone';
      readonly where: Where;
      readonly column: string;
      readonly kinds: readonly FindKind[];
    }
  | { readonly kind: 'repeated-row'; readonly where: Where; readonly first: Where }
  | { readonly kind: 'ended-service'; readonly where: Where; readonly label: string }
  | { readonly kind: 'only-a-name'; readonly where: Where; readonly label: string };

/** What is missing or said twice where columns are matched; `table` and `column` are places counted from 0. */
export type MatchingProblem =
  | { readonly kind: 'no-table' }
  | { readonly kind: 'no-name'; readonly table: number }
  | { readonly kind: 'no-end'; readonly table: number; readonly field: 'from' | 'to' }
  | {
      readonly kind: 'field-twice';
      readonly table: number;
      readonly column: number;
      readonly heading: string;
    };

/** Why an import was not carried out: refused rows without leave to take the rest, or a place that has changed since. */
export type ImportRefusal =
  | FileProblem
  | FeedProblem
  | { readonly kind: 'not-matched' }
  | { readonly kind: 'rows-refused'; readonly rows: number }
  | { readonly kind: 'changed-since-preview' }
  | { readonly kind: 'stages-changed' }
  | { readonly kind: 'nothing-to-do' };
