import { err, ok, type Result } from '#core/result';
import { readSheets, remarkSentence } from '#platform/spreadsheet.server';
import type { FileContent } from './draft.ts';
import { tablesOf } from './file-tables.ts';
import { importLimits } from './limits.ts';
import { isKumu, readKumu } from './kumu.ts';
import { readOpenReferral } from './open-referral.ts';
import type { FileProblem } from './problems.ts';

/**
 * Reads a file of services and connections. What kind of file it is, its bytes tell; a name is not believed. A format of its own has
 * its reader here, which gives a `FoundFile`.
 * Assumes: it runs in a thread that may be stopped.
 * Refuses: what the reader of spreadsheets refuses, and a file in which no table stands.
 */
export async function readServicesFile(bytes: Buffer): Promise<Result<FileContent, FileProblem>> {
  if (bytes.length === 0) return err({ kind: 'empty-file' });
  if (isJson(bytes)) {
    const found = readJson(bytes);
    return found.ok ? ok({ kind: 'found', found: found.value }) : found;
  }
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

/** A table of text does not begin with a bracket or a brace; JSON of services always does. */
const isJson = (bytes: Buffer) => /^\uFEFF?\s*[[{]/.test(bytes.subarray(0, 1000).toString('utf8'));

function readJson(bytes: Buffer) {
  if (bytes.length > importLimits.bytes) {
    return err({ kind: 'file-too-large', mostBytes: importLimits.bytes } as const);
  }
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return err({ kind: 'broken-json' } as const);
  }
  return isKumu(document) ? readKumu(document) : readOpenReferral(document);
}
