import type { FactorId, OutcomeId } from '#modules/vocabulary';

/** How far an action is. `not-stated`: the source names it and says nothing of its progress. */
export type ActionStatus =
  'not-started' | 'under-way' | 'held-up' | 'done' | 'stopped' | 'not-stated';

/** Something that will be done, by whom, by when. Its other fields make the theme sheet. */
export type Action = {
  readonly id: string;
  readonly aimId: string;
  readonly title: string;
  /** A role and its organisation. */
  readonly lead: string;
  readonly collaborators: string;
  readonly policyLinks: string;
  readonly intendedOutcome: string;
  readonly targetGroup: string;
  readonly evaluation: string;
  readonly resource: string;
  /** Calendar dates, `2026-11-21`. */
  readonly startsOn: string | null;
  readonly dueOn: string | null;
  readonly status: ActionStatus;
  readonly progressNote: string;
  readonly progressOn: string | null;
  readonly position: number;
  readonly version: number;
};

/** What a priority is to reach; led by one group and supported by others. */
export type Aim = {
  readonly id: string;
  readonly planPriorityId: string;
  readonly number: number | null;
  readonly title: string;
  readonly detail: string;
  readonly factors: readonly FactorId[];
  readonly dueOn: string | null;
  /** The timescale in the words of the plan, where it says more than a date. */
  readonly dueAsWritten: string;
  readonly leadGroupId: string | null;
  readonly lead: string;
  /** Groups that support the aim, by id. */
  readonly supportedBy: readonly string[];
  readonly links: string;
  readonly source: string;
  readonly position: number;
  readonly version: number;
};

/** A heading of the plan: usually a chosen factor, or what a collaborative set itself. */
export type PlanPriority = {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly factors: readonly FactorId[];
  readonly outcomes: readonly OutcomeId[];
  readonly groupId: string | null;
  readonly position: number;
  readonly source: string;
  readonly version: number;
};

/** What a priority is judged by. `wanted` is the direction that is better, where the plan says it. */
export type PlanMeasure = {
  readonly id: string;
  readonly planPriorityId: string;
  readonly title: string;
  readonly wanted: 'up' | 'down' | 'not-stated';
  readonly indicatorId: string | null;
  readonly source: string;
  readonly position: number;
};

export type Plan = {
  readonly priorities: readonly PlanPriority[];
  readonly aims: readonly Aim[];
  readonly actions: readonly Action[];
  readonly measures: readonly PlanMeasure[];
};
