import { viewNeed } from '#modules/indicators/server';
import { factorsWithoutSource, figureSources, tellingOf } from '#modules/needs';
import { viewSources } from '#modules/needs/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { sources, factors } = await ask(event, viewSources);
  const { indicators } = await ask(event, viewNeed, { outcome: '', factor: '' });
  const wanted = event.url.searchParams.get('factor') ?? '';
  const factor = factors.some(({ id }) => id === wanted) ? wanted : '';
  return {
    factors,
    factor,
    hasAny: sources.length > 0,
    sources: tellingOf(sources, factor),
    // The library alone is sent to the page, not the figures themselves.
    figures: figureSources(tellingOf(indicators, factor)).map((one) => ({
      ...one,
      figures: one.figures.map(({ id, plainTitle }) => ({ id, plainTitle }))
    })),
    without: factorsWithoutSource(factors, sources, indicators)
  };
};
