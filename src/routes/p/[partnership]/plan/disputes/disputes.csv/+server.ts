import { csvText } from '#core/csv';
import { disputesTable } from '#modules/decisions';
import { viewDisputes } from '#modules/decisions/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What was disputed, in words; days are counted.'
};

export const GET: RequestHandler = async (event) => {
  const { disputes, ...names } = await ask(event, viewDisputes);
  const table = disputesTable(disputes, names);
  return csvResponse(csvText(table), `${event.params.partnership}-disputes.csv`);
};
