import { unguarded } from '#core/csv';
import { rowsOfText } from './text-rows.ts';
import type { ThreadWork } from './worker.server.ts';
import { workbookOf } from './written-workbook.server.ts';

export type CsvToTurn = { readonly text: string; readonly sheet: string };

/** A CSV file of our own as a workbook, made in a thread: a long list would keep others waiting. */
export const work: ThreadWork<CsvToTurn, Uint8Array> = async ({ text, sheet }, say) => {
  const table = [...rowsOfText([text], ',')].map((row) => row.map(unguarded));
  say(new Uint8Array(await workbookOf([{ name: sheet, table }], { hasNumbers: true })));
};
