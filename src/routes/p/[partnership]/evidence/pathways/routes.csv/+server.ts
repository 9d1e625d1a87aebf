import { csvText } from '#core/csv';
import { routesTable } from '#modules/evidence';
import { viewPathways } from '#modules/evidence/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Routes between factors and outcomes, in words.'
};

/** The routes as on the page, a row each. */
export const GET: RequestHandler = async (event) => {
  const view = await ask(event, viewPathways, Object.fromEntries(event.url.searchParams));
  const table = routesTable(view.found?.routes ?? [], view.spine);
  const of = view.from?.id ?? view.to?.id ?? 'none';
  return csvResponse(csvText(table), `${event.params.partnership}-pathways-${of}.csv`);
};
