import { csvText } from '#core/csv';
import { insightsTable } from '#modules/evidence';
import { viewInsights } from '#modules/evidence/server';
import { namesOf } from '#modules/vocabulary';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What people noticed, in words, by role.'
};

/** The insights log under the same filters as the page. */
export const GET: RequestHandler = async (event) => {
  const log = await ask(event, viewInsights, Object.fromEntries(event.url.searchParams));
  const table = insightsTable(log.insights, namesOf(log.spine));
  return csvResponse(csvText(table), `${event.params.partnership}-insights.csv`);
};
