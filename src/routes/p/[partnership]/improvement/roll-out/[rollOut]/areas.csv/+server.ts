import { csvText } from '#core/csv';
import { sharedAreasTable } from '#modules/rollout';
import { viewRollOut } from '#modules/rollout/server';
import { ask, csvResponse } from '#platform/page.server';
import type { RequestHandler } from './$types';

/** Counts by area as they may leave the partnership: no line rests on a single setting. */
export const GET: RequestHandler = async (event) => {
  const { rollOut, byArea } = await ask(event, viewRollOut, { id: event.params.rollOut });
  return csvResponse(csvText(sharedAreasTable(byArea)), `roll-out-areas-${rollOut.title}.csv`);
};
