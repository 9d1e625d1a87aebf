import type { FactorId, OutcomeId } from '#modules/vocabulary';
import type { ComparedFigure } from '../comparing/compare.ts';
import { roundTo } from '../figures/rounding.ts';
import type {
  Baseline,
  BetterWhen,
  Comparison,
  Figure,
  FigureStatus,
  GapChange,
  GapView,
  Measure,
  NewestFigure,
  Unit
} from '../types.ts';

/** An indicator that the partnership follows, in short. */
export type FollowedIndicator = Measure &
  NewestFigure & {
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

/**
 * The gap of the place itself; a gap of the nation is no local need. Nor is one of nothing, or one by which poorer children do
 * better: it is none that they carry.
 */
export function localGap({
  gap,
  isLocal,
  areaName,
  unit,
  decimals,
  betterWhen
}: Pick<
  FollowedIndicator,
  'gap' | 'isLocal' | 'areaName' | 'unit' | 'decimals' | 'betterWhen'
>): NeedOfFactor['gap'] {
  if (gap === null || gap.latest === null || !isLocal || gap.areaName !== areaName) return null;
  const signed = roundTo(gap.latest.gap, decimals);
  const size = Math.abs(signed);
  const isTheOtherWay = betterWhen === 'low' ? signed > 0 : betterWhen === 'high' && signed < 0;
  if (size === 0 || isTheOtherWay) return null;
  return { period: gap.latest.period, size, unit, decimals, change: gap.change?.change ?? null };
}
