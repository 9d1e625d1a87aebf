import { csvText } from '#core/csv';
import { decisionsTable } from '#modules/decisions';
import { viewDecisions } from '#modules/decisions/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What was decided, in words.'
};

export const GET: RequestHandler = async (event) => {
  const { decisions, ...names } = await ask(event, viewDecisions);
  const table = decisionsTable(decisions, names);
  return csvResponse(csvText(table), `${event.params.partnership}-decisions.csv`);
};
