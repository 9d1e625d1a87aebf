import { csvText } from '#core/csv';
import { sharedTable } from '#modules/reach';
import { viewProgramme } from '#modules/reach/server';
import { ask, csvResponse } from '#platform/page.server';
import type { RequestHandler } from './$types';

/** What may leave the partnership: small counts hidden, others rounded, differences protected. */
export const GET: RequestHandler = async (event) => {
  const { programme, cycles } = await ask(event, viewProgramme, { id: event.params.programme });
  return csvResponse(csvText(sharedTable(programme, cycles)), `to-share-${programme.title}.csv`);
};
