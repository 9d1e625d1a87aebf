import { err, ok, type Result } from '#core/result';
import { readSheets, remarkSentence } from '#platform/spreadsheet.server';
import type { FileContent } from './draft.ts';
import { tablesOf } from './file-tables.ts';
import { importLimits } from './limits.ts';
import type { FileProblem } from './problems.ts';

/**
 * Reads a file of services and connections. What kind of file it is, its bytes tell; a name is not believed. A format of its own has
 * its reader here, which gives a `FoundFile`.
 * Assumes: it runs in a thread that may be stopped.
 * Refuses: what the reader of spreadsheets refuses, and a file in which no table stands.
 */
export async function readServicesFile(bytes: Buffer): Promise<Result<FileContent, FileProblem>> {
  if (bytes.length === 0) return err({ kind: 'empty-file' });
  const sheets = await readSheets(bytes, importLimits);
  if (!sheets.ok) return sheets;
  const read = tablesOf(sheets.value, ({ name, remarks }) =>
    // Which sheets are read, the tables say.
    remarks
      .filter((one) => one.kind !== 'sheet' || one.hidden.length > 0)
      .map((one) =>
        one.kind === 'sheet'
          ? `Hidden in the workbook, and not read: ${one.hidden.join(', ')}.`
          : `${name === '' ? '' : `${name}: `}${remarkSentence(one)}`
      )
  );
  return read.ok ? ok({ kind: 'tables', ...read.value }) : read;
}
