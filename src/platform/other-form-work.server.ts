import { unguarded } from '#core/csv';
import { svgPng } from './picture.server.ts';
import { rowsOfText } from './text-rows.ts';
import type { ThreadWork } from './worker.server.ts';
import { workbookOf } from './written-workbook.server.ts';

/** A list of our own as CSV that is to be a workbook, or a drawing of our own as SVG that is to be a PNG. */
export type ToTurn =
  | { readonly into: 'xlsx'; readonly text: string; readonly sheet: string }
  | { readonly into: 'png'; readonly text: string };

/** A file of our own in another form, made in a thread: a long list or a large drawing would keep others waiting. */
export const work: ThreadWork<ToTurn, Uint8Array> = async (asked, say) => {
  if (asked.into === 'png') {
    say(new Uint8Array(svgPng(asked.text)));
    return;
  }
  const table = [...rowsOfText([asked.text], ',')].map((row) => row.map(unguarded));
  say(new Uint8Array(await workbookOf([{ name: asked.sheet, table }], { hasNumbers: true })));
};
