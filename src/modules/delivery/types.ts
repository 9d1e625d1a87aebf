import type { DB } from '#platform/schema';
import type { Selectable } from 'kysely';
import type { Action, Aim, PlanPriority } from './kinds.ts';
import type { AimSupport } from './support-kinds.ts';

/** Whether something is for everybody or for some. */
export const offers = ['universal', 'targeted', 'both'] as const;
export type Offer = (typeof offers)[number];

/** Whether a priority uses services that are there, or begins with a strategy. */
export const horizons = ['existing-services', 'begins-with-a-strategy'] as const;
export type Horizon = (typeof horizons)[number];

export const planStatuses = [
  'not-started',
  'under-way',
  'held-up',
  'done',
  'stopped',
  'not-stated'
] as const;

/** How far an aim or an action is. `not-stated`: nobody has said how far it came, as in a plan read from a document. */
export type PlanStatus = (typeof planStatuses)[number];

/** The statuses that somebody may report. */
export const reportedStatuses = ['not-started', 'under-way', 'held-up', 'done', 'stopped'] as const;

/** What a group that is to support an aim answered; `asked` while it has not. */
export const supportAnswers = ['asked', 'accepted', 'declined'] as const;
export type SupportAnswer = (typeof supportAnswers)[number];

/** What a priority is judged by. `wanted` is the direction that is better, where the plan says it. */
export type PlanMeasure = Readonly<Omit<Selectable<DB['planMeasure']>, 'partnershipId'>>;

export type Plan = {
  readonly priorities: readonly PlanPriority[];
  readonly aims: readonly Aim[];
  readonly actions: readonly Action[];
  readonly measures: readonly PlanMeasure[];
  /** What supporting groups give, and what they answered. */
  readonly supports: readonly AimSupport[];
};
