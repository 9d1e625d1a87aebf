import { dotsSentence, gapSentence, standingWords, trendSentence } from '#modules/indicators';
import { drawDots, drawGap, drawTrend, viewIndicator } from '#modules/indicators/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await ask(event, viewIndicator, { id: event.params.indicator });
  const { followed, beside } = view;
  const { unit, decimals, gap, latest } = followed;
  const here = event.locals.place?.name ?? '';
  const areaName = followed.kind === 'own' ? here : followed.areaName;
  const first = followed.figures.find((figure) => figure.value !== null);
  const trendSays = trendSentence({
    ...followed,
    areaName,
    first: first ? { period: first.period, value: first.value ?? 0 } : null,
    comparisons: followed.comparisons.map((each) => ({
      words: standingWords(each.standing, each.side, each.name),
      value: each.value
    })),
    breakFrom: followed.breaks.at(-1)?.from ?? null
  });
  const lines = view.lines.map((line) =>
    line.role === 'here' ? { ...line, name: areaName } : line
  );
  const gapSays = gap?.latest ? gapSentence({ ...gap, ...gap.latest, unit, decimals }) : '';
  const comparison = followed.comparisons[0];
  const dotsSays = beside && latest ? dotsSentence(beside, comparison ?? null, followed) : '';
  const trend = {
    title: followed.plainTitle,
    says: trendSays,
    measure: followed,
    lines,
    target: followed.target
  };
  return {
    view,
    lines,
    areaName,
    trend: {
      says: trendSays,
      drawn: inTwoSizes('trend', (size) => drawTrend({ ...trend, ...size }))
    },
    gap: gap && {
      says: gapSays,
      drawn: inTwoSizes('gap', (size) =>
        drawGap({
          title: `Gap: ${followed.plainTitle}`,
          says: gapSays,
          measure: followed,
          gap,
          ...size
        })
      )
    },
    dots: beside && {
      says: dotsSays,
      drawn: inTwoSizes('beside', (size) =>
        drawDots({
          title: `${followed.plainTitle}, ${beside.period}`,
          says: dotsSays,
          measure: followed,
          rows: beside.rows,
          beside: comparison ? { name: comparison.shortName, value: comparison.value } : null,
          ...size
        })
      )
    }
  };
};

type Sized = { readonly id: string; readonly size: 'wide' | 'narrow' };

/** A drawing for a screen and one for a phone, or null when there is nothing to draw. */
function inTwoSizes(
  id: string,
  draw: (sized: Sized) => string | null
): { wide: string; narrow: string } | null {
  const wide = draw({ id: `${id}-wide`, size: 'wide' });
  const narrow = draw({ id: `${id}-narrow`, size: 'narrow' });
  return wide === null || narrow === null ? null : { wide, narrow };
}
