import { csvText } from '#core/csv';
import { mapTable, tableCsv } from '#modules/indicators';
import { viewIndicatorMap } from '#modules/indicators/server';
import { ask, csvResponse } from '#platform/page.server';
import { askedOf } from '../map/asked.ts';
import type { Leaving } from '#platform/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'published',
  because: 'Open data, as their publishers gave them.'
};

export const GET: RequestHandler = async (event) => {
  const view = await ask(
    event,
    viewIndicatorMap,
    askedOf(event.params.indicator, event.url.searchParams)
  );
  const rows = tableCsv(mapTable(view), `${view.source}. ${view.attribution}`);
  return csvResponse(csvText(rows), `${view.id}-map-${view.period}.csv`);
};
