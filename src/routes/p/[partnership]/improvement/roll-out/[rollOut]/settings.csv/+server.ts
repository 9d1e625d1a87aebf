import { csvText } from '#core/csv';
import { placesTable } from '#modules/rollout';
import { viewRollOut } from '#modules/rollout/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'For use inside: settings are named, people are not counted.'
};

/** Where each setting stands, under the same filters as the list. For use inside: it names settings. */
export const GET: RequestHandler = async (event) => {
  const filter = { ...Object.fromEntries(event.url.searchParams), id: event.params.rollOut };
  const { rollOut, places } = await ask(event, viewRollOut, filter);
  return csvResponse(csvText(placesTable(rollOut, places)), `roll-out-${rollOut.title}.csv`);
};
