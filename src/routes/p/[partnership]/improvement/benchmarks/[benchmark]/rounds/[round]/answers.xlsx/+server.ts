import { answersTable } from '#modules/benchmarks';
import { viewBenchmarkRound } from '#modules/benchmarks/server';
import { workbookOf } from '#modules/maps/server';
import { ask } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import { workbookFile } from '../../../../../../system/downloads.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What settings said of themselves, by name, for use inside; nobody is counted in it.'
};

/** What each setting said, in the order of their names. */
export const GET: RequestHandler = async (event) => {
  const { benchmark, settings } = await ask(event, viewBenchmarkRound, { id: event.params.round });
  const table = answersTable(benchmark, settings);
  return workbookFile(
    `${event.params.partnership}-across-settings`,
    await workbookOf([{ name: 'What settings said', table }])
  );
};
