import type { CycleDetails, MaybeCount, ProgrammeDetails } from './types.ts';

/**
 * The share that a part is of a whole, as a percentage; null where one of them is not known or nobody could be counted.
 * @example
 * shareOf(30, 58) // 51.72…
 */
export function shareOf(
  part: MaybeCount | undefined,
  whole: MaybeCount | undefined
): number | null {
  if (part === null || part === undefined || whole === null || whole === undefined || whole === 0)
    return null;
  return (100 * part) / whole;
}

export type FunnelStep = {
  readonly stage: string;
  readonly count: MaybeCount;
  /** Percentages. */
  readonly ofFirst: number | null;
  readonly ofPrevious: number | null;
};

/** Who reached each stage: the count, its share of the first stage and of the one before. See docs/methods/reach.md. */
export function funnelOf(
  programme: Pick<ProgrammeDetails, 'stages'>,
  cycle: Pick<CycleDetails, 'counts'>
): FunnelStep[] {
  return programme.stages.map((stage, at) => {
    const count = cycle.counts[at] ?? null;
    return {
      stage,
      count,
      ofFirst: at === 0 ? null : shareOf(count, cycle.counts[0]),
      ofPrevious: at === 0 ? null : shareOf(count, cycle.counts[at - 1])
    };
  });
}

export function servedIn(
  programme: Pick<ProgrammeDetails, 'servedStage'>,
  cycle: Pick<CycleDetails, 'counts'>
): MaybeCount {
  return cycle.counts[programme.servedStage] ?? null;
}

export type Received = {
  /** Of those served, how many still come after the programme's number of sessions, as a percentage. */
  readonly retention: number | null;
  /** Sessions attended for each one served. */
  readonly sessionsEach: number | null;
  /** Sessions attended of those offered, as a percentage. */
  readonly attendance: number | null;
  /** Of those whose part was noted, how many are on the highest step of the scale, as a percentage. */
  readonly engaged: number | null;
  /** Of those served, how many reached the last stage, as a percentage. */
  readonly completed: number | null;
};

/** What those who were served received in a cycle, and how they took part. See docs/methods/reach.md. */
export function receivedIn(
  programme: Pick<ProgrammeDetails, 'servedStage' | 'stages'>,
  cycle: CycleDetails
): Received {
  const served = servedIn(programme, cycle);
  const noted = sumOf(cycle.engagement);
  const isServed = served !== null && served > 0;
  return {
    retention: shareOf(cycle.retained, served),
    sessionsEach:
      isServed && cycle.sessionsAttended !== null ? cycle.sessionsAttended / served : null,
    attendance: shareOf(cycle.sessionsAttended, cycle.sessionsOffered),
    engaged: shareOf(cycle.engagement.at(-1), noted),
    completed:
      programme.stages.length - 1 > programme.servedStage
        ? shareOf(cycle.counts[programme.stages.length - 1], served)
        : null
  };
}

/** The sum of counts, or null where none is known. Those not known are left out. */
export function sumOf(counts: readonly MaybeCount[]): MaybeCount {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

export type GroupReach = {
  readonly group: string;
  readonly eligible: MaybeCount;
  readonly served: MaybeCount;
  /** The group's share among all who could come, and among those served: percentages. */
  readonly shareOfEligible: number | null;
  readonly shareOfServed: number | null;
  /** The second less the first, in points: below zero the group is served less than its share. */
  readonly gap: number | null;
  /** Of the group, how many were served, as a percentage. */
  readonly reached: number | null;
};

/**
 * Who is served against who could come, group by group. Shares are of the groups' own sums, so that they add up to 100 whatever was not
 * asked. Null where a count of any group is missing: a share of an unknown whole would mislead.
 *
 * @example
 * // 40 of 100 who could come live in the most deprived fifth, and 10 of 50 served: 40% and 20%, 20 points below its share
 */
export function reachByGroup(
  programme: Pick<ProgrammeDetails, 'groups'>,
  cycle: Pick<CycleDetails, 'groupEligible' | 'groupServed'>
): GroupReach[] {
  const of = (counts: readonly MaybeCount[]) =>
    programme.groups.every((_, at) => typeof counts[at] === 'number') ? sumOf(counts) : null;
  const [eligible, served] = [of(cycle.groupEligible), of(cycle.groupServed)];
  return programme.groups.map((group, at) => {
    const [could, came] = [cycle.groupEligible[at] ?? null, cycle.groupServed[at] ?? null];
    const shareOfEligible = shareOf(could, eligible);
    const shareOfServed = shareOf(came, served);
    return {
      group,
      eligible: could,
      served: came,
      shareOfEligible,
      shareOfServed,
      gap:
        shareOfEligible === null || shareOfServed === null ? null : shareOfServed - shareOfEligible,
      reached: shareOf(came, could)
    };
  });
}

/**
 * Whether a group is served less than its share by more than chance would do: fewer than those who could come would give if every one of
 * them were as likely to be served, by more than 1.96 standard deviations of the hypergeometric distribution.
 * False where anything was not counted. Our own rule; docs/methods/reach.md.
 *
 * @example
 * // 60 of 100 who could come, 23 of 58 served: 34.8 expected, standard deviation 2.4. True.
 */
export function isBelowItsShare(group: GroupReach, all: readonly GroupReach[]): boolean {
  const eligible = sumOf(all.map((one) => one.eligible));
  const served = sumOf(all.map((one) => one.served));
  if (group.gap === null || group.eligible === null || group.served === null) return false;
  if (eligible === null || served === null || eligible < 2) return false;
  const share = group.eligible / eligible;
  const expected = served * share;
  const variance = (expected * (1 - share) * Math.max(eligible - served, 0)) / (eligible - 1);
  return expected - group.served > 1.96 * Math.sqrt(variance);
}

export type OutcomeShares = {
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
};

/** What was true before and afterwards, as percentages of those asked, and the change in points. */
export function outcomeIn(cycle: CycleDetails): OutcomeShares {
  const before = shareOf(cycle.beforeYes, cycle.beforeAsked);
  const after = shareOf(cycle.afterYes, cycle.afterAsked);
  return { before, after, change: before === null || after === null ? null : after - before };
}

/** A share that can be followed over the cycles as a chart. */
export type FollowedShare = { readonly id: string; readonly title: string };

/** The shares that a programme can follow: each stage of the one before, those who completed, those who still come, the outcome. */
export function followedShares(programme: ProgrammeDetails): FollowedShare[] {
  const { stages, servedStage } = programme;
  const last = stages.length - 1;
  const whole = stages[servedStage] ?? '';
  return [
    ...(last > servedStage
      ? [{ id: 'completed', title: `${stages[last] ?? ''}, of “${whole}”` }]
      : []),
    ...(programme.retentionSessions === null
      ? []
      : [
          {
            id: 'retained',
            title: `Still coming after ${programme.retentionSessions} sessions, of “${whole}”`
          }
        ]),
    ...stages.flatMap((stage, at) =>
      at === 0 ? [] : [{ id: `stage-${at}`, title: `${stage}, of “${stages[at - 1] ?? ''}”` }]
    ),
    ...(programme.outcome === ''
      ? []
      : [{ id: 'outcome', title: `${programme.outcome}, afterwards` }])
  ];
}

/** The two counts of a followed share in one cycle. */
export function countsOfShare(
  programme: ProgrammeDetails,
  cycle: CycleDetails,
  id: string
): { readonly part: MaybeCount; readonly whole: MaybeCount } {
  const served = servedIn(programme, cycle);
  if (id === 'completed')
    return { part: cycle.counts[programme.stages.length - 1] ?? null, whole: served };
  if (id === 'retained') return { part: cycle.retained, whole: served };
  if (id === 'outcome') return { part: cycle.afterYes, whole: cycle.afterAsked };
  const at = Number(/^stage-(\d+)$/.exec(id)?.[1] ?? Number.NaN);
  return { part: cycle.counts[at] ?? null, whole: cycle.counts[at - 1] ?? null };
}
