import { csvText } from '#core/csv';
import { countsTable } from '#modules/improvement';
import { viewCountsForFile } from '#modules/improvement/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'counts tests of change, not people'
};

export const GET: RequestHandler = async (event) => {
  const asked = Object.fromEntries(event.url.searchParams);
  const { by, lines } = await ask(event, viewCountsForFile, asked);
  return csvResponse(
    csvText(countsTable(by, lines)),
    `${event.params.partnership}-tests-by-${by}.csv`
  );
};
