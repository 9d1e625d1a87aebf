import { csvText } from '#core/csv';
import { progressTable } from '#modules/reports';
import { viewProgress } from '#modules/reports/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Aims, actions and milestones with their dates; nobody is counted.'
};

export const GET: RequestHandler = async (event) => {
  const { groups } = await ask(event, viewProgress);
  return csvResponse(csvText(progressTable(groups)), `${event.params.partnership}-progress.csv`);
};
