import { csvText } from '#core/csv';
import { consultationsTable } from '#modules/decisions';
import { viewConsultations } from '#modules/decisions/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Who was consulted and what changed, in words; how many took part stays on the page.'
};

export const GET: RequestHandler = async (event) => {
  const { consultations, ...names } = await ask(event, viewConsultations);
  const table = consultationsTable(consultations, names);
  return csvResponse(csvText(table), `${event.params.partnership}-consultations.csv`);
};
