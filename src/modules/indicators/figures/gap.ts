import type { Figure, FiguresByGroup, GapChange, GapPoint, GapView, Measure } from '../types.ts';
import { intervalOf, sameWithin } from './chance.ts';
import { lineOf } from './lines.ts';
import { precisionOf, roundTo } from './rounding.ts';
import { eraOf, inOrder } from './trend.ts';

/**
 * How far apart two groups are: the value of the better-off group minus that of the poorer group.
 *
 * Units: percentage points for percentages, else the unit of the figures. Where low is better the answer is usually
 * below zero; its size is the gap.
 *
 * @example
 * gapBetween(72.1, 51) // 21.1, and not 21.099999999999994
 */
export function gapBetween(betterOff: number, poorer: number): number {
  return roundTo(betterOff - poorer, precisionOf([betterOff, poorer], 10));
}

/** The gap in each period that either group has a figure for. Null where one of the two is missing. */
export function gapTrend(betterOff: readonly Figure[], poorer: readonly Figure[]): GapPoint[] {
  const poorerBy = new Map(poorer.map((figure) => [figure.period, figure]));
  const betterBy = new Map(betterOff.map((figure) => [figure.period, figure]));
  const periods = new Map(
    [...poorer, ...betterOff].map((figure) => [figure.period, figure.starts])
  );
  const points = [...periods].map(([period, starts]): GapPoint => {
    const better = betterBy.get(period);
    const poor = poorerBy.get(period);
    const both = { betterOff: better?.value ?? null, poorer: poor?.value ?? null };
    const gap =
      both.betterOff === null || both.poorer === null
        ? null
        : gapBetween(both.betterOff, both.poorer);
    const missing = [better, poor].find((figure) => figure === undefined || figure.value === null);
    const mayChange = [better, poor].some((figure) => figure?.status === 'provisional');
    const known = mayChange ? 'provisional' : (better?.status ?? 'published');
    const status = gap === null ? (missing?.status ?? 'not-available') : known;
    const children = {
      betterOff: better?.denominator ?? null,
      poorer: poor?.denominator ?? null
    };
    return { period, starts, ...both, children, gap, status };
  });
  return inOrder(points);
}

/** How a gap is judged to have changed. `restsOnMany`: the figures are a nation's or a region's, whose own chance is small. */
type GapMeasure = Pick<Measure, 'unit' | 'decimals' | 'breaks' | 'periodKind'> & {
  readonly restsOnMany?: boolean;
};

/**
 * Whether the gap grew or shrank since the figure before, within the same stretch of comparable figures.
 *
 * `similar` is a change that rounding or chance could have made. A gap rests on two rounded figures and a change of it on four, each
 * off by up to half a unit in its last place: no more than two such units is rounding. `decimals` is the most places the source
 * shows; figures that were published whole are treated so. Chance is judged by the rule of every comparison (`intervalOf`): each of
 * the four figures has its 95% interval, from the children it rests on or 200 where their number is not published, and the interval
 * of the change is put together from the four. Scores and counts are similar within 5% of the gap before.
 * Answers null where there is nothing to compare with, or a break lies between.
 * Assumes: other children in each group and period; the two figures of a nation or region rest on so many that only rounding counts.
 * Source: square and add, Newcombe (1998), Statistics in Medicine 17, 873–890, for more than two by Zou and Donner (2008), ibid. 27,
 * 1693–1702; docs/methods/poverty-gap.md.
 */
export function gapChange(points: readonly GapPoint[], measure: GapMeasure): GapChange | null {
  const { breaks, periodKind, decimals } = measure;
  const known = inOrder(points).filter(hasGap);
  const [before, latest] = known.slice(-2);
  if (before === undefined || latest === undefined) return null;
  if (eraOf(latest, breaks, periodKind) !== eraOf(before, breaks, periodKind)) return null;
  const parts = [latest.betterOff, latest.poorer, before.betterOff, before.poorer];
  const places = precisionOf(parts, decimals);
  const growth = roundTo(Math.abs(latest.gap) - Math.abs(before.gap), places);
  const since = before.period;
  const isRounding = Math.abs(growth) <= roundTo(2 * 10 ** -places, places);
  if (isRounding || isChance(latest, before, measure)) return { change: 'similar', since };
  return { change: growth > 0 ? 'wider' : 'narrower', since };
}

type KnownGap = GapPoint & Readonly<Record<'gap' | 'betterOff' | 'poorer', number>>;

function hasGap(point: GapPoint): point is KnownGap {
  return point.gap !== null;
}

/** Whether chance alone could have moved the gap from one size to the other. */
function isChance(latest: KnownGap, before: KnownGap, { unit, restsOnMany }: GapMeasure): boolean {
  const growth = Math.abs(latest.gap) - Math.abs(before.gap);
  if (unit === 'score' || unit === 'count') {
    return Math.abs(growth) <= sameWithin * Math.abs(before.gap);
  }
  if (restsOnMany === true) return false;
  let [below, above] = [0, 0];
  for (const [point, way] of [
    [latest, Math.sign(latest.gap)],
    [before, -Math.sign(before.gap)]
  ] as const) {
    for (const [value, children, sign] of [
      [point.betterOff, point.children.betterOff, way],
      [point.poorer, point.children.poorer, -way]
    ] as const) {
      const interval = intervalOf(value, { unit, children, isOfGroup: true });
      // A rate of more than one to each has no interval: it is judged as a score is.
      if (interval === null) return Math.abs(growth) <= sameWithin * Math.abs(before.gap);
      const [down, up] = [value - interval.low, interval.high - value];
      below += (sign > 0 ? down : up) ** 2;
      above += (sign > 0 ? up : down) ** 2;
    }
  }
  return growth - Math.sqrt(below) <= 0 && growth + Math.sqrt(above) >= 0;
}

/** The gap between two groups of one area. Null when neither has a figure. */
export function gapOf(
  figures: FiguresByGroup | undefined,
  groups: { readonly better: string; readonly poorer: string },
  measure: Measure & GapMeasure,
  words: {
    readonly areaName: string;
    readonly betterOffTitle: string;
    readonly poorerTitle: string;
  }
): GapView | null {
  const points = gapTrend(
    lineOf(figures, groups.better, measure),
    lineOf(figures, groups.poorer, measure)
  );
  if (!points.some((point) => point.gap !== null)) return null;
  const latest = points.findLast((point) => point.gap !== null) ?? null;
  return {
    ...words,
    points,
    latest: latest as GapView['latest'], // a gap is there only when both of its groups are
    change: gapChange(points, measure),
    beside: []
  };
}
