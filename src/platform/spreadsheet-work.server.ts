import type { Result } from '#core/result';
import {
  readCells,
  readText,
  type SheetCells,
  type SpreadsheetInput,
  type SpreadsheetProblem
} from './spreadsheet.server.ts';
import type { ThreadWork } from './worker.server.ts';

/** The reading of a small spreadsheet, or of pasted rows, as a thread does it. */
export const work: ThreadWork<SpreadsheetInput, Result<SheetCells, SpreadsheetProblem>> = async (
  { content, sheet },
  say
) => {
  say(
    typeof content === 'string'
      ? readText(content)
      : await readCells(Buffer.from(content), undefined, sheet)
  );
};
