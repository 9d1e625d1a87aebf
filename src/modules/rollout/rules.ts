import {
  isOpenOn,
  providers,
  type Provider,
  type Setting,
  type SettingId
} from '#modules/settings';
import type { Eligibility, Report, RollOut } from './kinds.ts';
import type { Counts, Place, Standing } from './types.ts';

/**
 * Whether a setting could use the change on a day: it is there on that day, and the rule takes it in, or it was picked.
 * @example
 * isEligible({ eligibleBy: 'rule', eligibleKinds: ['nursery'], eligibleAreas: [], picked: [] }, aNursery, '2026-03-02') // true
 */
export function isEligible(
  rule: Eligibility,
  setting: Pick<Setting, 'id' | 'kind' | 'area' | 'openedOn' | 'closedOn'>,
  day: string
): boolean {
  if (!isOpenOn(setting, day)) return false;
  if (rule.eligibleBy === 'picked') return rule.picked.includes(setting.id);
  const { eligibleKinds: kinds, eligibleAreas: areas } = rule;
  return (
    (kinds.length === 0 || kinds.includes(setting.kind)) &&
    (areas.length === 0 || areas.includes(setting.area))
  );
}

/** What was last said of a setting on or before a day; of two of one day, the one said later. Null while nobody had said anything. */
export function latestReport(reports: readonly Report[], day: string): Report | null {
  return reports.reduce<Report | null>((latest, report) => {
    if (report.since > day) return latest;
    if (latest === null || report.since > latest.since) return report;
    return report.since === latest.since && report.reportedAt > latest.reportedAt ? report : latest;
  }, null);
}

/** A setting that uses a change since a day, as somebody found who asked it. */
export type UserFound = {
  readonly settingId: SettingId;
  readonly since: string;
  readonly saidBy: string;
};

/**
 * Which of the settings that were found to use a change are taken up: those that could use it, that were not said to use it before, and
 * of which nothing was said for that day or later. `known` counts those that are passed over for what was said, `notForThem` those
 * that are not among the settings that could use it.
 */
export function usersToTakeUp(
  rollOut: Eligibility,
  settings: ReadonlyMap<string, Setting>,
  reports: readonly Report[],
  found: readonly UserFound[]
): { readonly taken: readonly UserFound[]; readonly known: number; readonly notForThem: number } {
  const bySetting = Map.groupBy(reports, ({ settingId }) => settingId);
  const could = found.filter(({ settingId, since }) => {
    const setting = settings.get(settingId);
    return setting !== undefined && isEligible(rollOut, setting, since);
  });
  const taken = could.filter(({ settingId, since }) => {
    const own = bySetting.get(settingId) ?? [];
    const standing = latestReport(own, since)?.standing;
    return !own.some((one) => one.since >= since) && standing !== 'using' && standing !== 'fully';
  });
  return {
    taken,
    known: could.length - taken.length,
    notForThem: found.length - could.length
  };
}

/** Every setting that could use the change on a day, with where it stood. Nothing said is "not started". */
export function placesOn(
  rollOut: Eligibility,
  settings: readonly Setting[],
  reports: readonly Report[],
  day: string
): Place[] {
  const bySetting = Map.groupBy(reports, ({ settingId }) => settingId);
  return settings
    .filter((setting) => isEligible(rollOut, setting, day))
    .map((setting) => {
      const report = latestReport(bySetting.get(setting.id) ?? [], day);
      return { setting, standing: report?.standing ?? 'not-started', report };
    });
}

/** How many settings stand where. Those that use it fully are among those that use it. */
export function countPlaces(places: readonly Pick<Place, 'standing'>[]): Counts {
  const count = (...wanted: Standing[]) =>
    places.filter(({ standing }) => wanted.includes(standing)).length;
  return {
    eligible: places.length,
    notStarted: count('not-started'),
    preparing: count('preparing'),
    using: count('using', 'fully'),
    fully: count('fully'),
    stopped: count('stopped')
  };
}

export type CurvePoint = Counts & { readonly on: string };

/**
 * How a change spread: the counts on its first day, on every day on which something changed, and on `until`. Between two points nothing
 * changed, so the curve is drawn in steps. A setting that stops is no longer counted as using it: the curve may fall.
 * Each day counts the settings that were there on that day.
 *
 * Assumes: `until` is not before the first day.
 */
export function curveOf(
  rollOut: Eligibility & Pick<RollOut, 'startedOn'>,
  settings: readonly Setting[],
  reports: readonly Report[],
  until: string
): CurvePoint[] {
  const first = rollOut.startedOn < until ? rollOut.startedOn : until;
  const moments = [
    first,
    until,
    ...reports.map(({ since }) => since),
    ...settings
      .flatMap(({ openedOn, closedOn }) => [openedOn, closedOn])
      .filter((day) => day !== null)
  ];
  const days = [...new Set(moments)].filter((day) => day >= first && day <= until).sort();
  const points = days.map((on) => ({
    on,
    ...countPlaces(placesOn(rollOut, settings, reports, on))
  }));
  // Days on which nothing changed for these settings say nothing.
  return points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || at === points.length - 1 || !areSame(before, point);
  });
}

function areSame(one: CurvePoint, other: CurvePoint): boolean {
  const names = ['eligible', 'preparing', 'using', 'fully', 'stopped'] as const;
  return names.every((name) => one[name] === other[name]);
}

export type GoalState =
  | { readonly kind: 'reached'; readonly on: string }
  | { readonly kind: 'to-go'; readonly settings: number; readonly by: string | null }
  | { readonly kind: 'passed'; readonly settings: number; readonly by: string };

/** How a roll-out stands to its goal; null where it has none. */
export function goalState(
  rollOut: Pick<RollOut, 'goalSettings' | 'goalBy'>,
  curve: readonly CurvePoint[],
  today: string
): GoalState | null {
  const { goalSettings, goalBy } = rollOut;
  const last = curve.at(-1);
  if (goalSettings === null || last === undefined) return null;
  const settings = goalSettings - last.using;
  if (settings <= 0) {
    // The day since which it has been met without a break.
    const missed = curve.findLastIndex(({ using }) => using < goalSettings);
    return { kind: 'reached', on: curve[missed + 1]?.on ?? last.on };
  }
  return goalBy !== null && goalBy < today
    ? { kind: 'passed', settings, by: goalBy }
    : { kind: 'to-go', settings, by: goalBy };
}

export type AreaLine = Counts & { readonly area: string; readonly settings: number };

/** The counts of each area; settings without an area come last, under an empty name. */
export function countByArea(places: readonly Place[]): AreaLine[] {
  const byArea = Map.groupBy(places, ({ setting }) => setting.area);
  return [...byArea]
    .map(([area, here]) => ({ area, settings: here.length, ...countPlaces(here) }))
    .sort((one, other) =>
      one.area === '' ? 1 : other.area === '' ? -1 : one.area.localeCompare(other.area, 'en-GB')
    );
}

export type ProviderLine = Counts & { readonly provider: Provider | null };

/** The counts by kind of provider, in their order; settings of which nobody said it come last. */
export function countByProvider(places: readonly Place[]): ProviderLine[] {
  return [...providers, null].flatMap((provider) => {
    const here = places.filter(({ setting }) => setting.provider === provider);
    return here.length === 0 ? [] : [{ provider, ...countPlaces(here) }];
  });
}

/**
 * How many places for children the settings that use a change have, of all that could use it. `unknown` counts the settings of which
 * nobody said it: they are in neither sum.
 */
export function placesReached(all: readonly Place[]): {
  readonly using: number;
  readonly eligible: number;
  readonly unknown: number;
} {
  const sum = (some: readonly Place[]) =>
    some.reduce((total, { setting }) => total + (setting.places ?? 0), 0);
  return {
    using: sum(all.filter(({ standing }) => standing === 'using' || standing === 'fully')),
    eligible: sum(all),
    unknown: all.filter(({ setting }) => setting.places === null).length
  };
}

export type ReportProblem =
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'since-ahead'; readonly since: string }
  | { readonly kind: 'level-off-scale'; readonly most: number }
  | { readonly kind: 'unknown-part'; readonly part: string };

/** What is wrong with something said of a setting; null when it can stand. */
export function checkReport(
  rollOut: Pick<RollOut, 'scale' | 'parts'>,
  report: Pick<Report, 'standing' | 'since' | 'level' | 'parts' | 'reason'>,
  today: string
): ReportProblem | null {
  if (report.standing === 'stopped' && report.reason === '') return { kind: 'reason-missing' };
  if (report.since > today) return { kind: 'since-ahead', since: report.since };
  if (report.level !== null && report.level > rollOut.scale.length)
    return { kind: 'level-off-scale', most: rollOut.scale.length };
  const part = report.parts.find((one) => !rollOut.parts.includes(one));
  return part === undefined ? null : { kind: 'unknown-part', part };
}
