import type { Result } from '#core/result';
import {
  readCells,
  readText,
  type SheetCells,
  type SpreadsheetProblem
} from './spreadsheet.server.ts';
import type { ThreadWork } from './worker.server.ts';

/** The reading of a small spreadsheet, or of pasted rows, as a thread does it. */
export const work: ThreadWork<Uint8Array | string, Result<SheetCells, SpreadsheetProblem>> = async (
  content,
  say
) => {
  say(typeof content === 'string' ? readText(content) : await readCells(Buffer.from(content)));
};
