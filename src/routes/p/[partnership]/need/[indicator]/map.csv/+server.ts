import { csvText } from '#core/csv';
import { mapTable, tableCsv } from '#modules/indicators';
import { viewIndicatorMap } from '#modules/indicators/server';
import { ask, csvResponse } from '#web/page.server';
import { askedOf } from '../map/asked.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

/** Open data are as their publishers gave them; the partnership's own values follow the rule. */
export const _leaving: Leaving = { kind: 'rule', output: 'export' };

export const GET: RequestHandler = async (event) => {
  const view = await ask(
    event,
    viewIndicatorMap,
    askedOf(event.params.indicator, event.url.searchParams)
  );
  const source = [view.source, view.attribution].filter((part) => part !== '').join('. ');
  const rows = tableCsv(mapTable(view), source);
  const says = view.protection === null ? [] : [[], [view.protection]];
  return csvResponse(csvText([...rows, ...says]), `${view.id}-map-${view.period}.csv`);
};
