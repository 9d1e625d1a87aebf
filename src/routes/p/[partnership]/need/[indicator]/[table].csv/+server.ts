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
import { ask, csvResponse } from '#web/page.server';
import { error, type RequestEvent } from '@sveltejs/kit';
import { besideOf } from '../asked.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'rule', output: 'export' };

/** The numbers of one drawing as a file: trend, gap, beside, or the partnership's own values under the small-number rule. */
export const GET: RequestHandler = async (event) => {
  const { searchParams } = event.url;
  const view = await ask(event, viewIndicator, {
    id: event.params.indicator,
    beside: besideOf(searchParams)
  });
  const { own } = view;
  const table =
    own === null
      ? tableOf(view, event.params.table, searchParams.get('set') ?? '')
      : await ownTable(event, event.params.table);
  if (table === null) error(404, 'We could not find that page.');
  const { source } = view.followed;
  const rows = tableCsv(table, source === '' ? '' : `${source}. ${view.attribution}`);
  const says = own === null || !('says' in table) ? [] : [[], [String(table.says)]];
  return csvResponse(
    csvText([...rows, ...says]),
    `${event.params.indicator}-${event.params.table}.csv`
  );
};

type OwnTable = ReturnType<typeof ownValuesTable>;

/** The partnership's own values, of every area or of the place as a whole, made safe. */
async function ownTable(event: RequestEvent, name: string): Promise<OwnTable | null> {
  if (name !== 'values' && name !== 'trend') return null;
  const asked = { id: event.params['indicator'] };
  const { values, indicator, areas, sight } = await ask(event, viewValuesToTake, asked);
  const isListed = (value: { area: string }) => name === 'values' || value.area === '';
  return ownValuesTable(values, indicator, sight, areas, isListed);
}

function tableOf(view: IndicatorView, name: string, set: string): FigureTable | null {
  const { followed, besides } = view;
  if (name === 'trend') return trendTable(view.lines, followed, followed);
  if (name === 'gap') return followed.gap && gapTable(followed.gap, followed);
  const beside = besides.find((each) => each.id === set) ?? besides[0];
  return name === 'beside' && beside ? besideTable(beside, followed) : null;
}
