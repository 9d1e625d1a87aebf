import type { FactorId, OutcomeId } from '#modules/vocabulary';
import type { ComparedFigure } from './compare.ts';
import { gapChange, gapTrend } from './gap.ts';
import { roundTo } from './rounding.ts';
import { inOrder, latestOf, stretches, withMissingPeriods } from './trend.ts';
import type {
  Baseline,
  BetterWhen,
  Break,
  Figure,
  FigureStatus,
  GapChange,
  GapPoint,
  PeriodKind,
  Comparison,
  Unit
} from './types.ts';

/** What pages and later modules see of an indicator, put together from figures. Nothing here asks the database. */

/** How an indicator is measured, be it open or the partnership's own. */
export type Measure = {
  readonly unit: Unit;
  readonly decimals: number;
  readonly betterWhen: BetterWhen;
  readonly periodKind: PeriodKind;
  readonly breaks: readonly Break[];
  readonly missingPeriods: readonly MissingPeriod[];
  /** The group the figures are of, when they are not of everybody. */
  readonly groupTitle?: string | null;
};
type MissingPeriod = { readonly period: string; readonly reason: string };

/** The gap between two groups in one area, over time. */
export type GapView = {
  readonly areaName: string;
  readonly betterOffTitle: string;
  readonly poorerTitle: string;
  readonly points: readonly GapPoint[];
  readonly latest:
    | (GapPoint & { readonly gap: number; readonly betterOff: number; readonly poorer: number })
    | null;
  readonly change: GapChange | null;
  /** The same gap where it is published: in the nation, and in the region. */
  readonly beside: readonly GapBeside[];
};
export type GapBeside = {
  readonly id: 'nation' | 'region';
  readonly name: string;
  readonly points: readonly GapPoint[];
};

/** An indicator that the partnership follows, in short. */
export type FollowedIndicator = Measure & {
  readonly id: string;
  readonly kind: 'open' | 'own';
  readonly title: string;
  readonly plainTitle: string;
  /** The group the figures are of, when they are not of everybody. */
  readonly groupTitle: string | null;
  readonly factors: readonly FactorId[];
  readonly outcomes: readonly OutcomeId[];
  /** Whose figures these are: the partnership's area, or the nation where nothing is published below it. */
  readonly areaName: string;
  readonly isLocal: boolean;
  readonly figures: readonly Figure[];
  readonly latest: LatestFigure | null;
  /** Why the newest period has no figure; null when it has one or there is none at all. */
  readonly newestMissing: { readonly period: string; readonly status: FigureStatus } | null;
  readonly comparisons: readonly ComparedFigure[];
  readonly gap: GapView | null;
  readonly baseline: Baseline | null;
  readonly target: number | null;
  readonly targetBy: string | null;
  readonly nextDue: string | null;
  readonly ownerRole: string;
  readonly source: string;
  /** When the figures were last copied from their source, loaded, or saved here; null when there are none. */
  readonly updatedAt: Date | null;
  readonly updatedBy: 'copying' | 'loading' | 'saving';
};
export type LatestFigure = Figure & { readonly value: number };

/** Figures of one area, by group. */
export type FiguresByGroup = ReadonlyMap<string, readonly Figure[]>;

/** The group whose line leads: everybody, else the poorer group of the gap, else the first. */
export function leadingGroup(
  breakdowns: readonly string[],
  gap: { readonly better: string; readonly poorer: string } | null
): string {
  return breakdowns.includes('all') ? 'all' : (gap?.poorer ?? breakdowns[0] ?? 'all');
}

/** The figures of an area for one group, with the periods in which nothing was collected put in. */
export function lineOf(
  figures: FiguresByGroup | undefined,
  group: string,
  measure: Measure
): Figure[] {
  return withMissingPeriods(figures?.get(group) ?? [], measure.missingPeriods, measure.periodKind);
}

/** The lines a drawing may join: never across a break or a missing figure. */
export function joinedLines(figures: readonly Figure[], measure: Measure): LatestFigure[][] {
  const lines = stretches(figures, (figure) => figure.value, measure.breaks, measure.periodKind);
  return lines as LatestFigure[][]; // a stretch holds no figure without a value
}

/** The latest figure, and what stands in for it when the newest period has none. */
export function newestOf(
  figures: readonly Figure[]
): Pick<FollowedIndicator, 'latest' | 'newestMissing'> {
  const newest = inOrder(figures).at(-1);
  const latest = latestOf(figures);
  const isMissing = newest !== undefined && newest.value === null;
  return {
    latest,
    newestMissing: isMissing ? { period: newest.period, status: newest.status } : null
  };
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

/** What the thread shows of local need beside a factor. */
export type NeedOfFactor = {
  readonly indicatorId: string;
  readonly title: string;
  readonly latest: {
    readonly period: string;
    readonly value: number;
    readonly unit: Unit;
    readonly decimals: number;
    readonly status: FigureStatus;
  } | null;
  readonly comparator: { readonly name: string; readonly value: number } | null;
  /** The region, with how the place stands beside it; null outside England or where its figure is not published. */
  readonly region: {
    readonly name: string;
    readonly value: number;
    readonly comparison: Comparison;
  } | null;
  readonly better: BetterWhen;
  readonly comparison: Comparison;
  /** The latest gap between better-off and poorer children here, and how it moved; null where none is known. */
  readonly gap: {
    readonly period: string;
    readonly size: number;
    readonly unit: Unit;
    readonly decimals: number;
    readonly change: GapChange['change'] | null;
  } | null;
  readonly updatedAt: Date | null;
};

/** An indicator as the thread shows it. A figure that is only national is no local need and is left out. */
export function needOf(indicator: FollowedIndicator): NeedOfFactor {
  const { latest, isLocal, comparisons } = indicator;
  const { unit, decimals } = indicator;
  const [first, ...others] = isLocal ? comparisons : [];
  const region = others.find((each) => each.kind === 'region');
  return {
    indicatorId: indicator.id,
    title: indicator.plainTitle,
    latest:
      latest === null || !isLocal
        ? null
        : { period: latest.period, value: latest.value, unit, decimals, status: latest.status },
    comparator:
      first === undefined ? null : { name: first.name, value: roundTo(first.value, decimals) },
    region:
      region === undefined
        ? null
        : {
            name: region.name,
            value: roundTo(region.value, decimals),
            comparison: region.comparison
          },
    better: indicator.betterWhen,
    comparison: first?.comparison ?? 'unknown',
    gap: localGap(indicator),
    updatedAt: indicator.updatedAt
  };
}

/** The gap of the place itself; a gap of the nation is no local need. */
function localGap({
  gap,
  isLocal,
  areaName,
  unit,
  decimals
}: FollowedIndicator): NeedOfFactor['gap'] {
  if (gap === null || gap.latest === null || !isLocal || gap.areaName !== areaName) return null;
  const size = Math.abs(roundTo(gap.latest.gap, decimals));
  return { period: gap.latest.period, size, unit, decimals, change: gap.change?.change ?? null };
}
