import { csvText } from '#core/csv';
import { limitsTable } from '#modules/resources';
import { viewResources } from '#modules/resources/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Money and hours of staff that partners have; no family or child is counted.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewResources);
  const table = limitsTable(here.limits);
  return csvResponse(csvText(table), `${event.params.partnership}-limits.csv`);
};
