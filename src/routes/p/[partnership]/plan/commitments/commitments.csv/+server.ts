import { csvText } from '#core/csv';
import { commitmentsTable } from '#modules/cooperation';
import { viewArrangements } from '#modules/cooperation/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What partner bodies commit to, in words.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewArrangements);
  const table = commitmentsTable(here.commitments, here);
  return csvResponse(csvText(table), `${event.params.partnership}-commitments.csv`);
};
