import { csvText } from '#core/csv';
import { logFrameTable } from '#modules/reports';
import { viewLogFrame } from '#modules/reports/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'The plan in words; of figures their names, sources and targets.'
};

export const GET: RequestHandler = async (event) => {
  const { lines } = await ask(event, viewLogFrame);
  return csvResponse(csvText(logFrameTable(lines)), `${event.params.partnership}-log-frame.csv`);
};
