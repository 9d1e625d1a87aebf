import { dayAfter } from '#core/written-dates';
import { servedIn, sumOf } from './figures.ts';
import type { CycleDetails, MaybeCount, ProgrammeDetails } from './types.ts';

/** One thing in a cycle that cannot be, with the field it stands in (`counts.2`). */
export type CycleMisfit = { readonly field: string } & (
  | {
      readonly kind: 'stage-above-former';
      readonly stage: string;
      readonly count: number;
      readonly former: string;
      readonly formerCount: number;
    }
  | {
      readonly kind: 'above-served';
      readonly what: 'retained' | 'bands' | 'engagement' | 'groups';
      readonly count: number;
      readonly served: number;
    }
  | {
      readonly kind: 'group-above-eligible';
      readonly group: string;
      readonly count: number;
      readonly eligible: number;
    }
  | { readonly kind: 'attended-above-offered'; readonly attended: number; readonly offered: number }
  | { readonly kind: 'yes-above-asked'; readonly count: number; readonly asked: number }
  | { readonly kind: 'part-without-whole' }
);

const isAbove = (one: MaybeCount, other: MaybeCount): boolean =>
  one !== null && other !== null && one > other;

/**
 * What cannot be in the counts of a cycle: a stage larger than the last known one before it, more who came of a group than could,
 * bands or steps for more than were served, more sessions attended than offered, more who said yes than were asked.
 * Counts that are not known break nothing.
 */
export function misfitsOf(programme: ProgrammeDetails, cycle: CycleDetails): CycleMisfit[] {
  const misfits: CycleMisfit[] = [];
  let former: { stage: string; count: number } | null = null;
  for (const [at, stage] of programme.stages.entries()) {
    const count = cycle.counts[at] ?? null;
    if (count === null) continue;
    if (former !== null && count > former.count) {
      misfits.push({
        field: `counts.${at}`,
        kind: 'stage-above-former',
        stage,
        count,
        former: former.stage,
        formerCount: former.count
      });
    } else former = { stage, count };
  }
  const served = servedIn(programme, cycle);
  const parts = [
    { what: 'retained', field: 'retained', sum: cycle.retained },
    { what: 'bands', field: 'bands.0', sum: sumOf(cycle.bands) },
    { what: 'engagement', field: 'engagement.0', sum: sumOf(cycle.engagement) },
    { what: 'groups', field: 'groupServed.0', sum: sumOf(cycle.groupServed) }
  ] as const;
  for (const { what, field, sum } of parts) {
    if (isAbove(sum, served))
      misfits.push({ field, kind: 'above-served', what, count: sum ?? 0, served: served ?? 0 });
  }
  for (const [at, group] of programme.groups.entries()) {
    const [came, could] = [cycle.groupServed[at] ?? null, cycle.groupEligible[at] ?? null];
    if (isAbove(came, could))
      misfits.push({
        field: `groupServed.${at}`,
        kind: 'group-above-eligible',
        group,
        count: came ?? 0,
        eligible: could ?? 0
      });
  }
  const { sessionsAttended: attended, sessionsOffered: offered } = cycle;
  if (isAbove(attended, offered))
    misfits.push({
      field: 'sessionsAttended',
      kind: 'attended-above-offered',
      attended: attended ?? 0,
      offered: offered ?? 0
    });
  for (const [yes, asked] of [
    ['beforeYes', 'beforeAsked'],
    ['afterYes', 'afterAsked']
  ] as const) {
    const [count, whole] = [cycle[yes], cycle[asked]];
    if (isAbove(count, whole))
      misfits.push({ field: yes, kind: 'yes-above-asked', count: count ?? 0, asked: whole ?? 0 });
    if (count !== null && whole === null)
      misfits.push({ field: asked, kind: 'part-without-whole' });
  }
  return misfits;
}

/** Whether anything was counted at all. */
export function hasFigures(cycle: CycleDetails): boolean {
  const singles = [
    cycle.sessionsOffered,
    cycle.sessionsAttended,
    cycle.retained,
    cycle.beforeAsked,
    cycle.afterAsked
  ];
  return [
    ...cycle.counts,
    ...cycle.bands,
    ...cycle.engagement,
    ...cycle.groupEligible,
    ...cycle.groupServed,
    ...singles
  ].some((count) => count !== null);
}

const daysOf: Readonly<Record<ProgrammeDetails['rhythm'], number>> = {
  weekly: 7,
  fortnightly: 14,
  monthly: 31,
  termly: 122,
  quarterly: 92
};

/**
 * The day by which the figures of the next cycle are wanted: two cycles after the start of the last one counted, for a cycle is
 * counted once it is over; where nothing has been counted, two cycles after the programme was described.
 *
 * @example
 * figuresDueOn('weekly', '2026-02-02') // '2026-02-16'
 */
export function figuresDueOn(rhythm: ProgrammeDetails['rhythm'], from: string): string {
  return dayAfter(from, 2 * daysOf[rhythm]);
}
