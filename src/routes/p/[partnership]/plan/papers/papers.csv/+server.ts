import { csvText } from '#core/csv';
import { papersTable } from '#modules/decisions';
import { viewPapers } from '#modules/decisions/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What papers say, in words.'
};

export const GET: RequestHandler = async (event) => {
  const { papers, ...names } = await ask(event, viewPapers);
  const table = papersTable(papers, names);
  return csvResponse(csvText(table), `${event.params.partnership}-papers.csv`);
};
