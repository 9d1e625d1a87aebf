import type {
  Break,
  Figure,
  FiguresByGroup,
  GapChange,
  GapPoint,
  GapView,
  Measure,
  PeriodKind
} from '../types.ts';
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
    return { period, starts, ...both, gap, status };
  });
  return inOrder(points);
}

/**
 * Whether the gap grew or shrank since the figure before, within the same stretch of comparable figures.
 *
 * A gap rests on two rounded figures and a change of it on four, each off by up to half a unit in its last place:
 * changes of no more than two such units are `similar`. `decimals` is the most places the source shows; figures that
 * were published whole are treated so.
 * Answers null where there is nothing to compare with, or a break lies between.
 */
export function gapChange(
  points: readonly GapPoint[],
  breaks: readonly Break[],
  kind: PeriodKind,
  decimals: number
): GapChange | null {
  const known = inOrder(points).filter((point) => point.gap !== null);
  const latest = known.at(-1);
  const before = known.at(-2);
  if (!latest || !before || latest.gap === null || before.gap === null) return null;
  if (eraOf(latest, breaks, kind) !== eraOf(before, breaks, kind)) return null;
  const parts = [latest.betterOff, latest.poorer, before.betterOff, before.poorer];
  const places = precisionOf(parts, decimals);
  const growth = roundTo(Math.abs(latest.gap) - Math.abs(before.gap), places);
  const since = before.period;
  if (Math.abs(growth) <= roundTo(2 * 10 ** -places, places)) return { change: 'similar', since };
  return { change: growth > 0 ? 'wider' : 'narrower', since };
}

/** The gap between two groups of one area. Null when neither has a figure. */
export function gapOf(
  figures: FiguresByGroup | undefined,
  groups: { readonly better: string; readonly poorer: string },
  measure: Measure,
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
    change: gapChange(points, measure.breaks, measure.periodKind, measure.decimals),
    beside: []
  };
}
