import { dayAfter } from '#core/written-dates';
import type { Finding, Missing } from './types.ts';

/** `count` of what a word names: “1 action”, “31 actions”. */
export function noun(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** “2 of 5 priorities”. */
export function ofAll(part: number, all: number, one: string, many: string): string {
  return `${part} of ${noun(all, one, many)}`;
}

/**
 * What is judged by how much is missing: met where nothing is, not yet where as much is missing as was looked at, partly between.
 * Units: `looked` counts the things that were looked at; more than one thing may be missing of each.
 */
export function judged(looked: number, missing: readonly Missing[], says: string): Finding {
  const state = missing.length === 0 ? 'met' : missing.length >= looked ? 'not-yet' : 'partly';
  return { state, says, missing };
}

/** The same day a year earlier, to the day: 365 days. */
export const yearBefore = (today: string): string => dayAfter(today, -365);

/** The latest of several days; null where there is none. */
export function latestDay(days: readonly (string | null)[]): string | null {
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
