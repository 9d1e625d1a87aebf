import { csvText } from '#core/csv';
import { viewNeed } from '#modules/indicators/server';
import { figureSources, sourcesTable } from '#modules/needs';
import { viewSources } from '#modules/needs/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'Where knowledge comes from.' };

export const GET: RequestHandler = async (event) => {
  const { sources, factors } = await ask(event, viewSources);
  const { indicators } = await ask(event, viewNeed, { outcome: '', factor: '' });
  const table = sourcesTable(sources, figureSources(indicators), factors);
  return csvResponse(csvText(table), `${event.params.partnership}-sources.csv`);
};
