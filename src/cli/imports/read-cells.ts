import { notesBelowSentence, withoutNotesBelow } from '#core/columns';
import { datesSentence, withDatesInOrder } from '#core/date-order';
import { withPointDecimals } from '#core/decimal-signs';
import { err, ok, type Result } from '#core/result';
import {
  readCells,
  remarkSentence,
  spreadsheetSentence,
  type Cells
} from '#platform/spreadsheet.server';
import type { ImportOptions } from './options.ts';

/**
 * The rows of a file as the pages read them: of the sheet that was named, dates in one order, with a sentence for each thing to know of it.
 * Refuses: what the reader of spreadsheets refuses, and a sheet that is not in the workbook or not in sight.
 */
export async function readRows(
  bytes: Buffer,
  { sheet, dates: says }: Pick<ImportOptions, 'sheet' | 'dates'>
): Promise<Result<{ cells: Cells; notes: readonly string[] }, string>> {
  const read = await readCells(bytes, undefined, sheet);
  if (!read.ok) return err(spreadsheetSentence(read.error));
  const { remarks, separator } = read.value;
  const below = withoutNotesBelow(read.value.cells);
  const given = separator === ';' ? withPointDecimals(below.cells) : below.cells;
  const ofNotes = notesBelowSentence(below.rows);
  const ofSheets = remarks.find((remark) => remark.kind === 'sheet');
  if (sheet !== null && ofSheets !== undefined && ofSheets.name !== sheet) {
    return err(noSuchSheet(sheet, [ofSheets.name, ...ofSheets.others]));
  }
  const { cells, dates } = withDatesInOrder(given, says);
  const ofDates = dates === null ? '' : datesSentence(dates);
  return ok({
    cells,
    notes: [
      ...remarks.map(remarkSentence),
      ...(ofNotes === null ? [] : [ofNotes]),
      ...(ofDates === '' ? [] : [ofDates])
    ]
  });
}

/** What is said where the sheet that was named is not there. */
export function noSuchSheet(sheet: string, names: readonly string[]): string {
  return `No sheet in sight is called “${sheet}”. The sheets are: ${names.join(', ')}.`;
}
