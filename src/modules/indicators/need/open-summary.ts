import type { PeerFigure, PeerSet } from '../comparing/comparators.ts';
import type { LaidBeside, PublishedLine } from '../comparing/compare.ts';
import {
  type FigureIndex,
  figuresOn,
  type Ground,
  type Whereabouts
} from '../comparing/grounds.ts';
import { gapOf } from '../figures/gap.ts';
import { leadingGroup, lineOf, newestOf } from '../figures/lines.ts';
import { precisionOf } from '../figures/rounding.ts';
import { withEarlierPeriods } from '../figures/trend.ts';
import type { Choice } from '../kinds.ts';
import type { Figure, FiguresByGroup, LoadedIndicator, Measure } from '../types.ts';
import type { FollowedIndicator } from './followed.ts';

/** The codes of every area whose published line is read: the place, its region and its nation. */
export function publishedCodes(where: Whereabouts): string[] {
  return [where.here, where.region, where.nation].flatMap((ground) => ground?.codes ?? []);
}

/** What the figures of a place are laid beside; `peersOf` finds the figures of the areas of a set. */
export function laidBeside(
  where: Whereabouts,
  {
    nation,
    region
  }: { readonly nation: PublishedLine | null; readonly region: PublishedLine | null },
  peersOf: (areas: readonly Ground[]) => readonly PeerFigure[]
): LaidBeside & {
  readonly sets: readonly (PeerSet & { readonly peers: readonly PeerFigure[] })[];
} {
  return {
    nation,
    region,
    sets: where.sets.map((set) => ({ ...set, peers: peersOf(set.areas) })),
    nationName: where.nationName
  };
}

/** What the partnership says about an open indicator: baseline, target, who looks after it, when figures are due. */
export function sayingsOf(
  choice: Choice | null | undefined,
  figures: readonly Figure[]
): Pick<FollowedIndicator, 'baseline' | 'target' | 'targetBy' | 'nextDue' | 'ownerRole'> {
  const period = choice?.baselinePeriod ?? '';
  const value = figures.find((figure) => figure.period === period)?.value ?? null;
  return {
    baseline: value === null ? null : { value, period },
    target: choice?.target ?? null,
    targetBy: choice?.targetBy ?? null,
    nextDue: choice?.nextDue ?? null,
    ownerRole: choice?.ownerRole ?? ''
  };
}

/** The groups whose figures a summary needs: the one that leads and the two of the gap. */
export function groupsNeeded(indicator: Pick<LoadedIndicator, 'breakdowns' | 'gap'>): string[] {
  const pair = indicator.gap === null ? [] : [indicator.gap.better, indicator.gap.poorer];
  return [leadingGroup(indicator.breakdowns, indicator.gap), ...pair];
}

export function measureOf(indicator: LoadedIndicator): Measure {
  const { unit, decimals, betterWhen, periodKind, breaks, missingPeriods } = indicator;
  return { unit, decimals, betterWhen, periodKind, breaks, missingPeriods };
}

/** With the decimal places that the publisher shows in these figures: those that are all whole are shown whole. */
export function asPublished(measure: Measure, values: readonly (number | null)[]): Measure {
  return values.some((value) => value !== null)
    ? { ...measure, decimals: precisionOf(values, measure.decimals) }
    : measure;
}

/** What areas had in one period, each under whichever of its codes has a figure. */
export function peersAt(
  areas: readonly Ground[],
  indicator: string,
  period: string,
  group: string,
  index: FigureIndex
): PeerFigure[] {
  return areas.map(({ code, name, ...ground }) => {
    const figures = figuresOn({ code, name, ...ground }, indicator, index).get(group) ?? [];
    const figure = figures.find((each) => each.period === period);
    return { code, name, value: figure?.value ?? null, status: figure?.status ?? 'not-available' };
  });
}

export type OpenDraft = {
  readonly followed: FollowedIndicator;
  readonly nation: PublishedLine | null;
  readonly region: PublishedLine | null;
};

/** An open indicator with the figures of the area, or of the nation where nothing is published below it. */
export function openDraft(
  indicator: LoadedIndicator,
  where: Whereabouts,
  index: FigureIndex,
  groupTitles: ReadonlyMap<string, string>
): OpenDraft {
  const group = leadingGroup(indicator.breakdowns, indicator.gap);
  const local = figuresOn(where.here, indicator.id, index);
  const national = figuresOn(where.nation, indicator.id, index);
  const regional = figuresOn(where.region, indicator.id, index);
  const measure = asPublished(
    measureOf(indicator),
    [local, national, regional].flatMap((groups) =>
      [...groups.values()].flatMap((figures) => figures.map(({ value }) => value))
    )
  );
  const nationLine = lineOf(national, group, measure);
  const localLine = withEarlierPeriods(lineOf(local, group, measure), nationLine);
  const isLocal = localLine.some((figure) => figure.value !== null);
  const figures = isLocal || where.nation === null ? localLine : nationLine;
  const hereName = where.here?.name ?? '';
  const nationName = where.nation?.name ?? where.nationName;
  const titles = {
    betterOffTitle: groupTitles.get(indicator.gap?.better ?? '') ?? '',
    poorerTitle: groupTitles.get(indicator.gap?.poorer ?? '') ?? ''
  };
  const gapIn = (figures: FiguresByGroup, areaName: string, restsOnMany: boolean) =>
    indicator.gap &&
    gapOf(figures, indicator.gap, { ...measure, restsOnMany }, { areaName, ...titles });
  const regionName = where.region?.name ?? '';
  const gapHere = gapIn(local, hereName, false);
  const gapThere = gapIn(national, nationName, true);
  const gapsBeside = [
    { id: 'nation' as const, name: nationName, points: gapThere?.points ?? [] },
    {
      id: 'region' as const,
      name: regionName,
      points: gapIn(regional, regionName, true)?.points ?? []
    }
  ].filter(({ points }) => points.length > 0);
  const copied = indicator.source.copyTakenOn;
  return {
    nation: where.nation === null ? null : { name: nationName, figures: nationLine },
    region:
      where.region === null
        ? null
        : { name: regionName, figures: lineOf(regional, group, measure) },
    followed: {
      ...measure,
      id: indicator.id,
      kind: 'open',
      title: indicator.title,
      plainTitle: indicator.plainTitle,
      groupTitle: group === 'all' ? null : (groupTitles.get(group) ?? null),
      factors: indicator.factors.map((tie) => tie.factor),
      outcomes: indicator.outcomes.map((tie) => tie.outcome),
      areaName: isLocal ? hereName : nationName,
      isLocal,
      figures,
      ...newestOf(figures),
      comparisons: [],
      gap: gapHere === null ? gapThere : { ...gapHere, beside: gapsBeside },
      baseline: null,
      target: null,
      targetBy: null,
      nextDue: null,
      ownerRole: '',
      source: `${indicator.source.publisher}, ${indicator.source.publication}`,
      updatedAt: copied === null ? indicator.loadedAt : new Date(`${copied}T00:00:00Z`),
      updatedBy: copied === null ? 'loading' : 'copying'
    }
  };
}
