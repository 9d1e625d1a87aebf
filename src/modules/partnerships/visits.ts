/**
 * When a member was last here: `lastAt` is the latest page of theirs that was noted, `previousAt` that of the visit before. Both are
 * null where there was none.
 */
export type Visits = { readonly lastAt: Date | null; readonly previousAt: Date | null };

/** Milliseconds. A page is noted at most this often, so that reading seldom writes. */
export const notedEvery = 5 * 60_000;

/** Milliseconds without a page after which the next one begins a new visit: a night, not a lunch break. */
export const visitEndsAfter = 8 * 60 * 60_000;

/** Whether a moment of use, noted last at `lastAt`, is to be noted again. */
export function isToBeNoted(lastAt: Date | null, now: Date): boolean {
  return lastAt === null || now.getTime() - lastAt.getTime() >= notedEvery;
}

/**
 * The end of the visit before this one: what changed after it is new to the member. Null on a first visit.
 * It stays the same while pages are opened less than eight hours apart, and does not rest on this visit having been noted: where
 * nothing can be written it goes on being told from what was noted last.
 *
 * Assumes: `lastAt` may lie up to five minutes before the last page, so that a visit may seem to have ended that much earlier, and
 * something already seen is then told again; nothing new is ever left out.
 *
 * @example
 * endOfVisitBefore({ lastAt: new Date('2026-03-01T16:00Z'), previousAt: null }, new Date('2026-03-02T09:00Z')) // 1 March, 16:00
 */
export function endOfVisitBefore({ lastAt, previousAt }: Visits, now: Date): Date | null {
  const isNewVisit = lastAt !== null && now.getTime() - lastAt.getTime() > visitEndsAfter;
  return isNewVisit ? lastAt : previousAt;
}
