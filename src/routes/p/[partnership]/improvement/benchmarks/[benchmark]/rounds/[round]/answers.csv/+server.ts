import { csvText } from '#core/csv';
import { answersTable } from '#modules/benchmarks';
import { viewBenchmarkRound } from '#modules/benchmarks/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What settings said of themselves, by name, for use inside; nobody is counted in it.'
};

/** What each setting said, in the order of their names. */
export const GET: RequestHandler = async (event) => {
  const { benchmark, settings } = await ask(event, viewBenchmarkRound, { id: event.params.round });
  const table = answersTable(benchmark, settings);
  return csvResponse(csvText(table), `${event.params.partnership}-across-settings.csv`);
};
