import { dayAfter } from '#core/written-dates';
import type { RollOut } from './kinds.ts';
import type { Counts } from './types.ts';

/** What a roll-out wants of somebody, and from which day on. */
export type RollOutDue =
  | { readonly kind: 'goal'; readonly on: string; readonly settings: number }
  | { readonly kind: 'word'; readonly on: string; readonly lastSaidOn: string | null };

/** Days for which what a setting said is taken to hold: a school term, and our own choice. */
const daysAWordHolds = 92;

/**
 * What a roll-out wants: its goal by the day of the goal, while settings are missing to it (`settings`: how many); and a word from the
 * settings, a term after anybody last said where one stands, or after it started. Nothing once it has ended, and no word
 * once every setting uses it fully.
 * Dates are `YYYY-MM-DD`; whether one has passed is for the caller to say.
 */
export function duesOf(
  rollOut: Pick<RollOut, 'startedOn' | 'endedOn' | 'goalSettings' | 'goalBy'>,
  counts: Counts,
  lastSaidOn: string | null
): RollOutDue[] {
  if (rollOut.endedOn !== null) return [];
  const { goalSettings, goalBy, startedOn } = rollOut;
  const dues: RollOutDue[] = [];
  const missing = (goalSettings ?? 0) - counts.using;
  if (goalBy !== null && missing > 0) dues.push({ kind: 'goal', on: goalBy, settings: missing });
  if (counts.eligible > counts.fully) {
    const from = lastSaidOn !== null && lastSaidOn > startedOn ? lastSaidOn : startedOn;
    dues.push({ kind: 'word', on: dayAfter(from, daysAWordHolds), lastSaidOn });
  }
  return dues;
}
