import { mapSentence, periodWords } from '#modules/indicators';
import { drawMap, viewIndicatorMap } from '#modules/indicators/server';
import { ask } from '#platform/page.server';
import { error } from '@sveltejs/kit';
import { askedOf } from '../map/asked.ts';
import type { Leaving } from '#platform/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'published',
  because: 'Open data, as their publishers gave them.'
};

export const GET: RequestHandler = async (event) => {
  const asked = askedOf(event.params.indicator, event.url.searchParams);
  const view = await ask(event, viewIndicatorMap, asked);
  const title = `${view.plainTitle}, ${periodWords(view.period, view.measure.periodKind)}`;
  const says = `${mapSentence(view)} ${view.attribution} ${view.outlineAttribution}`;
  const svg = drawMap({ id: 'map', title, says, view, legend: true, colours: 'light' });
  if (svg === null) error(404, { message: 'We could not find that page.' });
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${view.id}-map.svg"`
    }
  });
};
