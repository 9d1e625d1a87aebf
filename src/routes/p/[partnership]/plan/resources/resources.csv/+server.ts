import { csvText } from '#core/csv';
import { resourcesTable } from '#modules/resources';
import { viewResources } from '#modules/resources/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Money and hours of staff that the plan needs; no family or child is counted.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewResources);
  const table = resourcesTable(here.lines, here);
  return csvResponse(csvText(table), `${event.params.partnership}-resources.csv`);
};
