import { csvText } from '#core/csv';
import { soughtTable } from '#modules/cooperation';
import { viewCoalition } from '#modules/cooperation/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Who is needed in the partnership, in words.'
};

export const GET: RequestHandler = async (event) => {
  const { sought } = await ask(event, viewCoalition);
  const table = soughtTable(sought);
  return csvResponse(csvText(table), `${event.params.partnership}-who-is-needed.csv`);
};
