import { countsTable, testsTable } from '#modules/improvement';
import { viewCountsForFile, viewTestsForFile } from '#modules/improvement/server';
import { workbookOf } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../../system/downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'counts tests of change, not people'
};

/** The tests as they stand in the list, under the same address of filters, with their counts on sheets of their own. */
export const GET: RequestHandler = async (event) => {
  const asked = Object.fromEntries(event.url.searchParams);
  const tests = await ask(event, viewTestsForFile, asked);
  const idea = await ask(event, viewCountsForFile, { ...asked, by: 'idea' });
  const factor = await ask(event, viewCountsForFile, { ...asked, by: 'factor' });
  const setting = await ask(event, viewCountsForFile, { ...asked, by: 'setting' });
  const workbook = await workbookOf([
    { name: 'Tests', table: testsTable(tests) },
    { name: 'By change idea', table: countsTable(idea.by, idea.lines) },
    { name: 'By factor', table: countsTable(factor.by, factor.lines) },
    { name: 'By setting', table: countsTable(setting.by, setting.lines) }
  ]);
  return workbookFile(`${event.params.partnership}-tests`, workbook);
};
