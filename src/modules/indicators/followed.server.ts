import type { Sight } from '#modules/disclosure';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { choices } from './choices.store.server.ts';
import { openFollowed } from './open-followed.server.ts';
import { safeOwnValues, type SafeOwnValue } from './own-protection.ts';
import { ownIndicators } from './own.store.server.ts';
import type { Figure, Indicator } from './types.ts';
import { valuesOf, type StoredValue } from './values.store.server.ts';
import {
  gapOf,
  leadingGroup,
  needOf,
  newestOf,
  type FollowedIndicator,
  type Measure,
  type NeedOfFactor
} from './views.ts';

/** Every indicator the partnership follows, open ones in the order of the catalogue and its own by title. */
export async function followedIndicators(tx: Tx, scope: ReadScope): Promise<FollowedIndicator[]> {
  const chosen = await choices.list(tx, scope, { followed: true });
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
  sight: Sight
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
      const safe = safeOwnValues(mine, indicator, sight);
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
  sight: Sight
): Promise<Map<string, SafeOwnValue>> {
  const own = await safeOwnIndicators(tx, scope, sight);
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

function groupByFactor(followed: readonly FollowedIndicator[]): Map<FactorId, NeedOfFactor[]> {
  const byFactor = new Map<FactorId, NeedOfFactor[]>();
  for (const indicator of followed) {
    const need = needOf(indicator);
    for (const factor of indicator.factors) {
      byFactor.set(factor, [...(byFactor.get(factor) ?? []), need]);
    }
  }
  return byFactor;
}

export function measureOfOwn(indicator: Indicator): Measure {
  return {
    unit: indicator.unit,
    decimals: indicator.unit === 'count' ? 0 : indicator.decimals,
    betterWhen: indicator.betterWhen,
    periodKind: indicator.frequency,
    breaks: [],
    missingPeriods: []
  };
}

/** One of the partnership's own indicators, summed up from its values. */
export function ownFollowed(
  indicator: Indicator,
  values: readonly StoredValue[]
): FollowedIndicator {
  const measure = measureOfOwn(indicator);
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
    baseline:
      indicator.baseline === null
        ? null
        : { value: indicator.baseline, period: indicator.baselinePeriod },
    target: indicator.target,
    targetBy: indicator.targetBy,
    nextDue: indicator.nextDue,
    ownerRole: indicator.ownerRole,
    source: indicator.source,
    updatedAt: updates.length === 0 ? null : new Date(Math.max(...updates)),
    updatedBy: 'saving'
  };
}
