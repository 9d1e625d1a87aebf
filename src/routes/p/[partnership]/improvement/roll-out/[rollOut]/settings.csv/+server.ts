import { csvText } from '#core/csv';
import { placesTable } from '#modules/rollout';
import { viewRollOut } from '#modules/rollout/server';
import { ask, csvResponse } from '#platform/page.server';
import type { RequestHandler } from './$types';

/** Where each setting stands, under the same filters as the list. For use inside: it names settings. */
export const GET: RequestHandler = async (event) => {
  const filter = { ...Object.fromEntries(event.url.searchParams), id: event.params.rollOut };
  const { rollOut, places } = await ask(event, viewRollOut, filter);
  return csvResponse(csvText(placesTable(rollOut, places)), `roll-out-${rollOut.title}.csv`);
};
