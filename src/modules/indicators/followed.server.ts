import type { Rule } from '#modules/disclosure';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { choices, type StoredChoice } from './choices.store.server.ts';
import type { Peer } from './comparators.ts';
import * as open from './open.store.server.ts';
import { safeOwnValues, type SafeOwnValue } from './own-protection.ts';
import { ownIndicators } from './own.store.server.ts';
import {
  figuresOn,
  indexFigures,
  whereaboutsOf,
  type FigureIndex,
  type Whereabouts
} from './place.server.ts';
import type { Figure, Indicator, LoadedIndicator } from './types.ts';
import { valuesOf, type StoredValue } from './values.store.server.ts';
import {
  compare,
  gapOf,
  leadingGroup,
  lineOf,
  needOf,
  newestOf,
  type FollowedIndicator,
  type Measure,
  type NeedOfFactor
} from './views.ts';

/** Every indicator the partnership follows, open ones in the order of the catalogue and its own by title. */
export async function followedIndicators(tx: Tx, scope: ReadScope): Promise<FollowedIndicator[]> {
  const chosen = (await choices(tx, scope)).filter((choice) => choice.followed);
  const fromOpen = chosen.length === 0 ? [] : await openFollowed(tx, scope, chosen);
  const own = await ownIndicators(tx, scope);
  const values =
    own.length === 0 ? [] : await valuesOf(tx, scope, { indicators: own.map((each) => each.id) });
  return [
    ...fromOpen,
    ...own.map((indicator) =>
      ownFollowed(
        indicator,
        values.filter((value) => value.indicatorId === indicator.id)
      )
    )
  ];
}

/** An indicator of the partnership's own with its leading figures, oldest first, as they may leave. */
export type SafeOwn = {
  readonly followed: FollowedIndicator;
  readonly figures: readonly SafeOwnValue[];
};

/**
 * The partnership's own indicators, by id, with their leading figures as they may leave. What is hidden is decided over every
 * group and area, as it is wherever else these values leave.
 */
export async function safeOwnIndicators(
  tx: Tx,
  scope: ReadScope,
  rule: Rule
): Promise<Map<string, SafeOwn>> {
  const own = await ownIndicators(tx, scope);
  const ids = own.map((each) => each.id);
  const values =
    ids.length === 0 ? [] : await valuesOf(tx, scope, { indicators: ids, areas: 'every' });
  return new Map(
    own.map((indicator) => {
      const mine = values.filter((value) => value.indicatorId === indicator.id);
      const followed = ownFollowed(
        indicator,
        mine.filter((value) => value.area === '')
      );
      const leading = new Set<unknown>(followed.figures);
      const safe = safeOwnValues(mine, indicator, rule);
      return [
        indicator.id,
        { followed, figures: safe.filter((each) => leading.has(each.source)) }
      ] as const;
    })
  );
}

/** The latest figure of each of the partnership's own indicators as it may leave, by the indicator's id. */
export async function safeLatestOfOwn(
  tx: Tx,
  scope: ReadScope,
  rule: Rule
): Promise<Map<string, SafeOwnValue>> {
  const own = await safeOwnIndicators(tx, scope, rule);
  return new Map(
    [...own].flatMap(([id, { followed, figures }]) => {
      const safe = figures.find((each) => each.source === followed.latest);
      return safe === undefined ? [] : [[id, safe] as const];
    })
  );
}

/** Local need for every factor that an indicator bears on, for whoever joins the thread. */
export async function needByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, NeedOfFactor[]>> {
  return groupByFactor(await followedIndicators(tx, scope));
}

export function groupByFactor(
  followed: readonly FollowedIndicator[]
): Map<FactorId, NeedOfFactor[]> {
  const byFactor = new Map<FactorId, NeedOfFactor[]>();
  for (const indicator of followed) {
    const need = needOf(indicator);
    for (const factor of indicator.factors) {
      byFactor.set(factor, [...(byFactor.get(factor) ?? []), need]);
    }
  }
  return byFactor;
}

async function openFollowed(
  tx: Tx,
  scope: ReadScope,
  chosen: readonly StoredChoice[]
): Promise<FollowedIndicator[]> {
  const catalogue = await open.loadedIndicators(
    tx,
    chosen.map((choice) => choice.id)
  );
  const where = await whereaboutsOf(tx, scope);
  const index = indexFigures(
    await open.openFigures(tx, {
      indicators: catalogue.map((each) => each.id),
      areas: [...(where.here?.codes ?? []), ...(where.nation?.codes ?? [])],
      breakdowns: [...new Set(catalogue.flatMap(groupsNeeded))]
    })
  );
  const groupTitles = new Map((await open.openGroups(tx)).map((group) => [group.id, group.title]));
  const drafts = catalogue.map((indicator) => openDraft(indicator, where, index, groupTitles));
  const wanted = drafts.flatMap(({ followed }) =>
    followed.latest === null || !followed.isLocal || followed.groupTitle !== null
      ? []
      : [{ indicator: followed.id, period: followed.latest.period }]
  );
  const peerIndex = indexFigures(
    await open.openFiguresAt(
      tx,
      wanted,
      where.peers.flatMap((peer) => peer.codes)
    )
  );
  return drafts.map(({ followed, nation }) => {
    const choice = chosen.find((each) => each.id === followed.id);
    const peers = peersAt(where, followed.id, followed.latest?.period ?? '', 'all', peerIndex);
    return {
      ...followed,
      comparisons: followed.isLocal
        ? compare(followed.latest, followed, { nation, peers, ...besideOf(where) })
        : [],
      target: choice?.target ?? null,
      targetBy: choice?.targetBy ?? null,
      nextDue: choice?.nextDue ?? null,
      ownerRole: choice?.ownerRole ?? ''
    };
  });
}

export function besideOf(where: Whereabouts): {
  peersAre: Whereabouts['peersAre'];
  nationName: string;
} {
  return { peersAre: where.peersAre, nationName: where.nationName };
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

/** What peers had in one period, each under whichever of its codes has a figure. */
export function peersAt(
  where: Whereabouts,
  indicator: string,
  period: string,
  group: string,
  index: FigureIndex
): Peer[] {
  return where.peers.map((peer) => {
    const figures = figuresOn(peer, indicator, index).get(group) ?? [];
    const value = figures.find((figure) => figure.period === period)?.value ?? null;
    return { code: peer.code, name: peer.name, value };
  });
}

/** An open indicator with the figures of the area, or of the nation where nothing is published below it. */
export function openDraft(
  indicator: LoadedIndicator,
  where: Whereabouts,
  index: FigureIndex,
  groupTitles: ReadonlyMap<string, string>
): { followed: FollowedIndicator; nation: { name: string; figures: Figure[] } | null } {
  const measure = measureOf(indicator);
  const group = leadingGroup(indicator.breakdowns, indicator.gap);
  const local = figuresOn(where.here, indicator.id, index);
  const national = figuresOn(where.nation, indicator.id, index);
  const localLine = lineOf(local, group, measure);
  const nationLine = lineOf(national, group, measure);
  const isLocal = localLine.some((figure) => figure.value !== null);
  const figures = isLocal || where.nation === null ? localLine : nationLine;
  const hereName = where.here?.name ?? '';
  const nationName = where.nation?.name ?? where.nationName;
  const titles = {
    betterOffTitle: groupTitles.get(indicator.gap?.better ?? '') ?? '',
    poorerTitle: groupTitles.get(indicator.gap?.poorer ?? '') ?? ''
  };
  const gapHere =
    indicator.gap && gapOf(local, indicator.gap, measure, { areaName: hereName, ...titles });
  const gapThere =
    indicator.gap && gapOf(national, indicator.gap, measure, { areaName: nationName, ...titles });
  const copied = indicator.source.copyTakenOn;
  return {
    nation: where.nation === null ? null : { name: nationName, figures: nationLine },
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
      gap: gapHere ?? gapThere,
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

/** One of the partnership's own indicators, summed up from its values. */
export function ownFollowed(
  indicator: Indicator,
  values: readonly StoredValue[]
): FollowedIndicator {
  const measure: Measure = {
    unit: indicator.unit,
    decimals: indicator.unit === 'count' ? 0 : indicator.decimals,
    betterWhen: indicator.betterWhen,
    periodKind: indicator.frequency,
    breaks: [],
    missingPeriods: []
  };
  const byGroup = new Map<string, Figure[]>();
  for (const value of values)
    byGroup.set(value.breakdown, [...(byGroup.get(value.breakdown) ?? []), value]);
  const better = indicator.breakdowns.find((group) => group.inGap === 'better-off');
  const poorer = indicator.breakdowns.find((group) => group.inGap === 'poorer');
  const gap = better && poorer ? { better: better.id, poorer: poorer.id } : null;
  const hasAll = byGroup.has('all') || byGroup.size === 0;
  const group = hasAll ? 'all' : leadingGroup([...byGroup.keys()], gap);
  const figures = byGroup.get(group) ?? [];
  const groupTitle = indicator.breakdowns.find((each) => each.id === group)?.title ?? null;
  const updates = values.map((value) => value.updatedAt.getTime());
  return {
    ...measure,
    id: indicator.id,
    kind: 'own',
    title: indicator.title,
    plainTitle: indicator.title,
    groupTitle,
    factors: indicator.factors,
    outcomes: indicator.outcomes,
    areaName: '',
    isLocal: true,
    figures,
    ...newestOf(figures),
    comparisons: [],
    gap:
      gap &&
      gapOf(byGroup, gap, measure, {
        areaName: '',
        betterOffTitle: better?.title ?? '',
        poorerTitle: poorer?.title ?? ''
      }),
    target: indicator.target,
    targetBy: indicator.targetBy,
    nextDue: indicator.nextDue,
    ownerRole: indicator.ownerRole,
    source: indicator.source,
    updatedAt: updates.length === 0 ? null : new Date(Math.max(...updates)),
    updatedBy: 'saving'
  };
}
