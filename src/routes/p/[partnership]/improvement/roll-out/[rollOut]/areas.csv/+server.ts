import { csvText } from '#core/csv';
import { sharedAreasTable } from '#modules/rollout';
import { viewRollOut } from '#modules/rollout/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Settings are counted, not people; no line of areas rests on one.'
};

/** Counts by area as they may leave the partnership: no line rests on a single setting. */
export const GET: RequestHandler = async (event) => {
  const { rollOut, byArea } = await ask(event, viewRollOut, { id: event.params.rollOut });
  return csvResponse(csvText(sharedAreasTable(byArea)), `roll-out-areas-${rollOut.title}.csv`);
};
