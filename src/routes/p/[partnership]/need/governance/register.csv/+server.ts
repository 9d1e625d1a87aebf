import { csvText } from '#core/csv';
import { registerTable } from '#modules/needs';
import { viewRegister } from '#modules/needs/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What is held and why; the data themselves are not in Cairn.'
};

export const GET: RequestHandler = async (event) => {
  const { items, law, today } = await ask(event, viewRegister);
  const name = `${event.params.partnership}-data-items.csv`;
  return csvResponse(csvText(registerTable(items, law, today)), name);
};
