import { chartProblemSentence, chartSvgFile } from '#modules/charts';
import { analyseMeasure, marksOf } from '#modules/improvement';
import { viewMeasure } from '#modules/improvement/server';
import { ask } from '#platform/page.server';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The chart as a picture to take away: concrete colours, its title and its source in it. */
export const GET: RequestHandler = async (event) => {
  const view = await ask(event, viewMeasure, { measureId: event.params.measure });
  const analysed = analyseMeasure(view);
  if (!analysed.ok) error(404, { message: chartProblemSentence(analysed.error) });
  const { measure, values, annotations, tests } = view;
  const svg = chartSvgFile(analysed.value, {
    title: measure.title,
    annotations: marksOf(values, annotations, tests),
    ...(measure.source === '' ? {} : { source: measure.source })
  });
  const name = measure.title.replaceAll(/[^a-z0-9.-]+/gi, '-');
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.svg"`
    }
  });
};
