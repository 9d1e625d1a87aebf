import { csvText } from '#core/csv';
import { governancePartsTable } from '#modules/cooperation';
import { viewArrangements } from '#modules/cooperation/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Who sees to which part of governance, in words.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewArrangements);
  const table = governancePartsTable(here);
  return csvResponse(csvText(table), `${event.params.partnership}-governance.csv`);
};
