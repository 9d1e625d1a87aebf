import { csvText } from '#core/csv';
import { policiesTable } from '#modules/cooperation';
import { viewArrangements } from '#modules/cooperation/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Which policies of partner bodies were seen, in words and days.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewArrangements);
  const table = policiesTable(here.bodies, here.policies, here.today);
  return csvResponse(csvText(table), `${event.params.partnership}-policies.csv`);
};
