import { gapOf } from '../figures/gap.ts';
import { leadingGroup, newestOf } from '../figures/lines.ts';
import type { Indicator } from '../kinds.ts';
import type { StoredValue } from '../own/values.store.server.ts';
import type { Figure, Measure } from '../types.ts';
import type { FollowedIndicator } from './followed.ts';

/** How one of the partnership's own indicators is measured. */
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
