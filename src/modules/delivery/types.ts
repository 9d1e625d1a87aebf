import type { DB } from '#platform/schema';
import type { Selectable } from 'kysely';
import type { Action, Aim, PlanPriority } from './kinds.ts';

export const actionStatuses = [
  'not-started',
  'under-way',
  'held-up',
  'done',
  'stopped',
  'not-stated'
] as const;

/** How far an action is. `not-stated`: the source names it and says nothing of its progress. */
export type ActionStatus = (typeof actionStatuses)[number];

/** The statuses that somebody may report. */
export const reportedStatuses = ['not-started', 'under-way', 'held-up', 'done', 'stopped'] as const;

/** What a priority is judged by. `wanted` is the direction that is better, where the plan says it. */
export type PlanMeasure = Readonly<Omit<Selectable<DB['planMeasure']>, 'partnershipId'>>;

export type Plan = {
  readonly priorities: readonly PlanPriority[];
  readonly aims: readonly Aim[];
  readonly actions: readonly Action[];
  readonly measures: readonly PlanMeasure[];
};
