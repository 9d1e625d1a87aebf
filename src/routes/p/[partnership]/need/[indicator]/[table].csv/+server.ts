import { csvText } from '#core/csv';
import {
  besideTable,
  gapTable,
  ownValuesTable,
  tableCsv,
  trendTable,
  type FigureTable,
  type IndicatorView
} from '#modules/indicators';
import { viewIndicator, viewValuesToTake } from '#modules/indicators/server';
import { ask, csvResponse } from '#platform/page.server';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The numbers of one drawing as a file: trend, gap, beside, or the partnership's own values under the small-number rule. */
export const GET: RequestHandler = async (event) => {
  const view = await ask(event, viewIndicator, { id: event.params.indicator });
  const table =
    view.own !== null && event.params.table === 'values'
      ? await everyValue(event)
      : tableOf(view, event.params.table, event.locals.place?.name ?? '');
  if (table === null) error(404, { message: 'We could not find that page.' });
  const { source } = view.followed;
  const rows = tableCsv(table, source === '' ? '' : `${source}. ${view.attribution}`);
  return csvResponse(csvText(rows), `${event.params.indicator}-${event.params.table}.csv`);
};

/** The values of every area, not only of the place as a whole. */
async function everyValue(event: RequestEvent): Promise<FigureTable> {
  const { values, indicator, areas } = await ask(event, viewValuesToTake, {
    id: event.params['indicator']
  });
  return ownValuesTable(values, indicator, areas);
}

function tableOf(view: IndicatorView, name: string, here: string): FigureTable | null {
  const { followed, own, beside, values } = view;
  if (own !== null) return name === 'trend' ? ownValuesTable(values, own) : null;
  if (name === 'trend') {
    const lines = view.lines.map((line) => (line.name === '' ? { ...line, name: here } : line));
    return trendTable(lines, followed);
  }
  if (name === 'gap') return followed.gap && gapTable(followed.gap, followed);
  return name === 'beside' && beside ? besideTable(beside, followed) : null;
}
