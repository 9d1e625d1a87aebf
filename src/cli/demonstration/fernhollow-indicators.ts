import { addIndicator, addValues } from '#modules/indicators/server';
import type { MadeUpPlace } from './packs/made-up-place.ts';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';
import type { Counts } from './stage.ts';

/** The day on which the partnership wrote down what it counts, and the figures it had. */
const writtenDown = '2026-02-10';

/**
 * The indicators that Fernhollow counts itself, with its figures. Those of the made-up Vale around it stay in the content: an
 * indicator of a partnership's own holds its own figures only.
 */
export function scheduleIndicators(here: Fernhollow): Counts {
  const { indicators, place, values } = here.content;
  const titles = new Map<string, string>(
    indicators.breakdowns.map((group) => [group.id, group.title])
  );
  const own = values.filter((value) => value.area === place.place.areaCode);
  for (const indicator of indicators.indicators) {
    here.timeline.on(writtenDown, async () => {
      const hand = on(here.lead, writtenDown);
      const { id } = await give(hand, addIndicator, indicatorInput(indicator, titles));
      here.indicators.set(indicator.id, id);
      await give(on(here.contributor, writtenDown), addValues, {
        indicatorId: id,
        values: own
          .filter((value) => value.indicator === indicator.id)
          .map(({ period, breakdown, value, numerator, denominator, status }) => ({
            period,
            breakdown: breakdown === 'all' ? '' : lookUp(titles, breakdown),
            value,
            numerator,
            denominator,
            status
          }))
      });
    });
  }
  return { indicators: indicators.indicators.length, 'values of indicators': own.length };
}

function indicatorInput(
  indicator: MadeUpPlace['indicators']['indicators'][number],
  titles: ReadonlyMap<string, string>
) {
  const ties = [...indicator.factors, ...indicator.outcomes];
  return {
    title: indicator.plainTitle,
    definition: indicator.definition,
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    unit: indicator.unit,
    decimals: indicator.decimals,
    betterWhen: indicator.betterWhen,
    source: indicator.source.publisher,
    frequency: indicator.periodKind,
    factors: indicator.factors.map(({ factor }) => factor),
    outcomes: indicator.outcomes.map(({ outcome }) => outcome),
    tieReason: ties.map(({ reason }) => reason).join(' '),
    groups: indicator.breakdowns
      .filter((id) => id !== 'all')
      .map((id) => lookUp(titles, id))
      .join('\n'),
    betterOffGroup: indicator.gap === null ? '' : lookUp(titles, indicator.gap.better),
    poorerGroup: indicator.gap === null ? '' : lookUp(titles, indicator.gap.poorer)
  };
}
