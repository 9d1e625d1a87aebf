import { csvText } from '#core/csv';
import { curveTable } from '#modules/rollout';
import { viewRollOut } from '#modules/rollout/server';
import { ask, csvResponse } from '#platform/page.server';
import type { RequestHandler } from './$types';

/** How it spread: the counts on each day on which something changed. */
export const GET: RequestHandler = async (event) => {
  const { rollOut, curve } = await ask(event, viewRollOut, { id: event.params.rollOut });
  return csvResponse(csvText(curveTable(curve)), `roll-out-curve-${rollOut.title}.csv`);
};
