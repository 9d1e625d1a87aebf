import { csvText } from '#core/csv';
import { asksTable } from '#modules/decisions';
import { viewAsks } from '#modules/decisions/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What is asked of others, in words.'
};

export const GET: RequestHandler = async (event) => {
  const { asks, ...names } = await ask(event, viewAsks);
  const table = asksTable(asks, names);
  return csvResponse(csvText(table), `${event.params.partnership}-asks.csv`);
};
