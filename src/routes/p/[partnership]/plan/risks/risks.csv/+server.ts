import { csvText } from '#core/csv';
import { risksTable } from '#modules/resources';
import { viewRisks } from '#modules/resources/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Risks in words; nobody is counted.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewRisks);
  const table = risksTable(here.risks, here);
  return csvResponse(csvText(table), `${event.params.partnership}-risks.csv`);
};
