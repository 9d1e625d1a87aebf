import { csvText } from '#core/csv';
import { safeReachTable } from '#modules/reach';
import { viewWhatMayLeave } from '#modules/reach/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'rule', output: 'export' };

/** What may leave the partnership: small counts hidden, others rounded, differences protected. */
export const GET: RequestHandler = async (event) => {
  const { programme, cycles, before, rule } = await ask(event, viewWhatMayLeave, {
    id: event.params.programme
  });
  return csvResponse(
    csvText(safeReachTable(programme, { cycles, before }, rule)),
    `to-share-${programme.title}.csv`
  );
};
