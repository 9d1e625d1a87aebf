import {
  dotsSentence,
  gapSentence,
  inGroup,
  comparisonWords,
  trendSentence,
  type Beside,
  type FollowedIndicator
} from '#modules/indicators';
import { drawDots, drawGap, drawTrend } from '#modules/indicators/drawing';
import { viewIndicator } from '#modules/indicators/server';
import { ask } from '#web/page.server';
import { besideOf, besideQuery } from './asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const chosen = besideOf(event.url.searchParams);
  const view = await ask(event, viewIndicator, { id: event.params.indicator, beside: chosen });
  const { followed } = view;
  const { unit, decimals, gap } = followed;
  const here = event.locals.place?.name ?? '';
  const areaName = followed.kind === 'own' ? here : followed.areaName;
  const first = followed.figures.find((figure) => figure.value !== null);
  const trendSays = trendSentence({
    ...followed,
    areaName,
    first: first ? { period: first.period, value: first.value ?? 0 } : null,
    comparisons: followed.comparisons.map((each) => ({
      words: comparisonWords(each.comparison, each.side, each.name),
      value: each.value
    })),
    breakFrom: followed.breaks.at(-1)?.from ?? null
  });
  const lines = view.lines.map((line) =>
    line.role === 'here' ? { ...line, name: areaName } : line
  );
  const gapSays = gap?.latest ? gapSentence({ ...gap, ...gap.latest, unit, decimals }) : '';
  const { baseline, target, targetBy } = followed;
  const trend = {
    title: inGroup(followed.plainTitle, followed.groupTitle),
    says: trendSays,
    measure: followed,
    lines,
    ...{ baseline, target, targetBy }
  };
  return {
    view,
    lines,
    areaName,
    isChosen: chosen.length > 0,
    /** Ends the addresses of files, so that they hold what is shown. */
    query: besideQuery(chosen),
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
    besides: view.besides.map((beside) => ({
      beside,
      query: besideQuery(chosen, { set: beside.id }),
      ...dotsOf(beside, followed)
    }))
  };
};

/** Areas beside one another, with lines for the nation, the region, and the one figure of these areas. */
function dotsOf(beside: Beside, followed: FollowedIndicator) {
  const lines = followed.comparisons.filter(
    ({ id, kind }) => kind === 'nation' || kind === 'region' || id === beside.id
  );
  const says = dotsSentence(beside, lines, followed);
  const drawn = inTwoSizes(`beside-${beside.id}`, (size) =>
    drawDots({
      title: `${inGroup(followed.plainTitle, followed.groupTitle)}, ${beside.period}`,
      says,
      measure: followed,
      rows: beside.rows,
      lines: lines.map(({ shortName: name, value }) => ({ name, value })),
      ...size
    })
  );
  return { says, drawn };
}

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
