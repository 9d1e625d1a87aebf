import { daysBetween } from '#core/written-dates';
import type { FollowedTakeaway, LearningSession, Takeaway } from './kinds.ts';
import type { FollowingTest } from './types.ts';

/** The last day of a session; its only day when it has one. */
export function lastDayOf(session: Pick<LearningSession, 'startsOn' | 'endsOn'>): string {
  return session.endsOn ?? session.startsOn;
}

/** The time between a session and the next one, in which the home team tests what was taken back. */
export type ActionPeriod = {
  /** The day after the session. */
  readonly from: string;
  /** The day of the next session; `null` while none is in the diary. */
  readonly until: string | null;
  /** Days still to go on the day asked about; `null` without an end, 0 once it is over. */
  readonly daysLeft: number | null;
  readonly state: 'ahead' | 'running' | 'over';
};

/**
 * The action period that follows a session: from its last day until the next session begins.
 * Assumes: `all` holds every session of the partnership, in any order. Sessions that begin on or before the last day of this
 * one do not end its period.
 *
 * @example
 * actionPeriod(june, [june, september], '2026-07-01') // until September, running
 */
export function actionPeriod(
  session: Pick<LearningSession, 'startsOn' | 'endsOn'>,
  all: readonly Pick<LearningSession, 'startsOn'>[],
  today: string
): ActionPeriod {
  const from = lastDayOf(session);
  const [until = null] = all
    .map(({ startsOn }) => startsOn)
    .filter((day) => day > from)
    .toSorted();
  const state = today <= from ? 'ahead' : until !== null && today >= until ? 'over' : 'running';
  return {
    from,
    until,
    daysLeft: until === null ? null : Math.max(0, daysBetween(today, until)),
    state
  };
}

/** Sessions still to come, the next first, and those that have begun, the latest first. */
export function splitByDay<One extends Pick<LearningSession, 'startsOn'>>(
  sessions: readonly One[],
  today: string
): { readonly coming: readonly One[]; readonly past: readonly One[] } {
  const inOrder = sessions.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  return {
    coming: inOrder.filter(({ startsOn }) => startsOn > today),
    past: inOrder.filter(({ startsOn }) => startsOn <= today).toReversed()
  };
}

/** How far something taken back has come at home. */
export type Following = 'owed' | 'planned' | 'tested' | 'set-aside';

/** Where something taken back stands. A test that was done counts whichever way it came out. */
export function followingOf(
  takeaway: Pick<Takeaway, 'status'> & { readonly tests: readonly Pick<FollowingTest, 'status'>[] }
): Following {
  if (takeaway.tests.some(({ status }) => status !== 'planned')) return 'tested';
  if (takeaway.tests.length > 0) return 'planned';
  return takeaway.status === 'set-aside' ? 'set-aside' : 'owed';
}

/** What nobody has followed up yet, the longest brought home first. */
export function owedTakeaways<One extends FollowedTakeaway & { readonly broughtOn: string }>(
  takeaways: readonly One[]
): readonly One[] {
  return takeaways
    .filter((one) => followingOf(one) === 'owed')
    .toSorted((one, other) => (one.broughtOn < other.broughtOn ? -1 : 1));
}

/** Whether the last day of a session lies before its first. */
export function endsBeforeItStarts(session: Pick<LearningSession, 'startsOn' | 'endsOn'>): boolean {
  return session.endsOn !== null && session.endsOn < session.startsOn;
}
