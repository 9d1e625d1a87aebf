import { csvText } from '#core/csv';
import { workstreamsTable } from '#modules/cooperation';
import { viewWorkstreams } from '#modules/cooperation/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How far work joins up, in words.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewWorkstreams);
  const table = workstreamsTable(here.workstreams, here);
  return csvResponse(csvText(table), `${event.params.partnership}-joining-up.csv`);
};
