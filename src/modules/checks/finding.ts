import type { Facts, Finding, Missing } from './types.ts';

/** `count` of what a word names: “1 action”, “31 actions”. */
export function noun(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What checks count, and what it has or has not. */
export const aPriority = ['priority', 'priorities'] as const;
export const anIndicator = ['indicator', 'indicators'] as const;
export const anAim = ['open aim', 'open aims'] as const;
export const anAction = ['open action', 'open actions'] as const;
export const has = ['has', 'have'] as const;

/**
 * What is judged by how much is missing: met where nothing is, not yet where as much is missing as was looked at, partly between.
 * Units: `looked` counts the things that were looked at; more than one thing may be missing of each.
 */
export function judged(looked: number, missing: readonly Missing[], says: string): Finding {
  const state = missing.length === 0 ? 'met' : missing.length >= looked ? 'not-yet' : 'partly';
  return { state, says, missing };
}

/** The same day a year earlier; of 29 February the day before. */
export const yearBefore = (today: string): string =>
  `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-02-28')}`;

/** The day of the latest report until today, frozen here or recorded as a paper in its final form; null where there is none. */
export function lastReportDay({ papers, annualReports, today }: Facts): string | null {
  const recorded = papers
    .filter(({ kind, status }) => kind === 'report' && status === 'final')
    .flatMap(({ datedOn }) => datedOn ?? []);
  return (
    [...recorded, ...annualReports]
      .filter((day) => day <= today)
      .toSorted()
      .at(-1) ?? null
  );
}
