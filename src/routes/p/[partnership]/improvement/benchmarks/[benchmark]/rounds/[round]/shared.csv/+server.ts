import { csvText } from '#core/csv';
import { notClosedSentence, safeTable } from '#modules/benchmarks';
import { viewSharedRound } from '#modules/benchmarks/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'rule', output: 'export' };

/** Counts of settings by approach, kind of provider and area, made safe to share. No setting is named. */
export const GET: RequestHandler = async (event) => {
  const { lines, rule } = await ask(event, viewSharedRound, { id: event.params.round });
  if (lines === null) error(409, notClosedSentence);
  return csvResponse(
    csvText(safeTable(lines, rule)),
    `${event.params.partnership}-across-settings-to-share.csv`
  );
};
