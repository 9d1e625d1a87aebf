import { textOf, type FormValues } from '#core/form-state';
import { err, ok, type Result } from '#core/result';
import {
  readPasted,
  readSpreadsheet,
  remarkSentence,
  spreadsheetSentence,
  type Cells
} from '#platform/spreadsheet.server';

/** Rows of cells that a form sent, as a file or pasted, and how they travel with a preview when nothing is kept meanwhile. */

/**
 * The cells of the file called `file`, else of what was written into `pasted`, with a sentence for each thing about the file that whoever
 * sent it should know.
 * Refuses, by the name of the field: nothing at all, and what cannot be read.
 */
export async function readCells(
  values: FormValues,
  files: ReadonlyMap<string, File>
): Promise<
  Result<
    { cells: Cells; remarks: readonly string[]; field: 'file' | 'pasted' },
    Record<string, string>
  >
> {
  const file = files.get('file');
  if (file === undefined && textOf(values, 'pasted').trim() === '') {
    return err({ pasted: 'Paste at least one row, or choose a file' });
  }
  const field = file === undefined ? 'pasted' : 'file';
  const read =
    file === undefined ? await readPasted(textOf(values, 'pasted')) : await readSpreadsheet(file);
  return read.ok
    ? ok({ cells: read.value.cells, remarks: read.value.remarks.map(remarkSentence), field })
    : err({ [field]: spreadsheetSentence(read.error) });
}

/** Cells as text that a form can carry: a tab between cells, a line for each row. */
export function carriedText(cells: Cells): string {
  return cells
    .map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}

export function carriedCells(text: string): string[][] {
  return text.split(/\r?\n/).map((row) => row.split('\t'));
}
