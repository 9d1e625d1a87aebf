import { csvText } from '#core/csv';
import { proposalsTable } from '#modules/cooperation';
import { viewProposals } from '#modules/cooperation/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Proposals and what is said of them, in words.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewProposals);
  const table = proposalsTable(here.proposals, here);
  return csvResponse(csvText(table), `${event.params.partnership}-proposals.csv`);
};
