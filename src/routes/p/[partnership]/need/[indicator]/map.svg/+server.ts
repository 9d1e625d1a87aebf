import { mapSentence, periodWords } from '#modules/indicators';
import { drawMap } from '#modules/indicators/drawing';
import { viewIndicatorMap } from '#modules/indicators/server';
import { ask } from '#web/page.server';
import { error } from '@sveltejs/kit';
import { askedOf } from '../map/asked.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

/** Open data are as their publishers gave them; the partnership's own values follow the rule. */
export const _leaving: Leaving = { kind: 'rule', output: 'export' };

export const GET: RequestHandler = async (event) => {
  const asked = askedOf(event.params.indicator, event.url.searchParams);
  const view = await ask(event, viewIndicatorMap, asked);
  const title = `${view.plainTitle}, ${periodWords(view.period, view.measure.periodKind)}`;
  const { protection, attribution, outlineAttribution } = view;
  const says = [mapSentence(view), protection ?? '', attribution, outlineAttribution]
    .filter((part) => part !== '')
    .join(' ');
  const svg = drawMap({ id: 'map', title, says, view, legend: true, colours: 'light' });
  if (svg === null) error(404, 'We could not find that page.');
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${view.id}-map.svg"`
    }
  });
};
