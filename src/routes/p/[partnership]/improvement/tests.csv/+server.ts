import { csvText } from '#core/csv';
import { testsTable } from '#modules/improvement';
import { viewTestsForFile } from '#modules/improvement/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Tests of change in words; how many took part is a step of the ramp.'
};

export const GET: RequestHandler = async (event) => {
  const asked = Object.fromEntries(event.url.searchParams);
  const tests = await ask(event, viewTestsForFile, asked);
  return csvResponse(csvText(testsTable(tests)), `${event.params.partnership}-tests.csv`);
};
