import { trendSentence } from '#modules/indicators';
import { drawSparkline } from '#modules/indicators/drawing';
import { viewNeed, viewWards } from '#modules/indicators/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const filter = {
    outcome: searchParams.get('outcome') ?? '',
    factor: searchParams.get('factor') ?? ''
  };
  const need = await ask(event, viewNeed, filter);
  const sparklines = Object.fromEntries(
    need.indicators.map((indicator) => {
      const first = indicator.figures.find((figure) => figure.value !== null);
      const says = trendSentence({
        ...indicator,
        areaName: indicator.areaName || (event.locals.place?.name ?? ''),
        first: first ? { period: first.period, value: first.value ?? 0 } : null,
        comparisons: [],
        breakFrom: null,
        // Neither is drawn in so small a picture.
        baseline: null,
        target: null
      });
      const title = `Trend of ${indicator.plainTitle}`;
      return [
        indicator.id,
        drawSparkline({
          id: `spark-${indicator.id}`,
          title,
          says,
          measure: indicator,
          figures: indicator.figures
        })
      ];
    })
  );
  const hasWards = (await ask(event, viewWards)).wards.length > 0;
  return { need, filter, sparklines, hasWards };
};
