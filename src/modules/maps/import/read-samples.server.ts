import { readText, type NamedCells } from '#platform/spreadsheet.server';
import { FactorWords } from '../suggest.ts';
import { fewWords } from './builders.ts';
import { beginDraft, carryOn, nothingRemembered, type ImportDraft, type Said } from './draft.ts';
import { tablesOf } from './file-tables.ts';
import type { ImportFile } from './rows.ts';

/** Made-up files for tests of the import, read as an import reads them. */

/** A sheet as the reader of files gives it. */
export const sheet = (cells: readonly (readonly string[])[], name = 'Services'): NamedCells => ({
  name,
  cells,
  remarks: [],
  withoutResult: []
});

/** A CSV as the reader of files gives it. */
export function csvCells(text: string): NamedCells {
  const read = readText(text);
  if (!read.ok) throw new Error(read.error.kind);
  return { ...sheet(read.value.cells, ''), remarks: read.value.remarks };
}

/** Sheets as far as they go with what is said of them. */
export function draftOf(sheets: readonly NamedCells[], said: Said = {}): ImportDraft {
  const read = tablesOf(sheets);
  if (!read.ok) throw new Error(read.error.kind);
  const draft = beginDraft({ kind: 'tables', ...read.value }, nothingRemembered);
  return carryOn(draft, said, fewWords, new FactorWords(fewWords.factors));
}

/** What sheets say where every guess is right; throws where somebody would have to be asked. */
export function readSheets(...sheets: readonly NamedCells[]): ImportFile {
  const { file } = draftOf(sheets, { takesGuesses: true });
  if (file === null) throw new Error('Nobody can tell what the columns hold.');
  return file;
}

export const readCsv = (text: string): ImportFile => readSheets(csvCells(text));
