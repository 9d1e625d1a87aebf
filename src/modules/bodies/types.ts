import type { PlanOutline } from '#modules/delivery';
import type { ApprovalLine } from './rules.ts';

export const bodyKinds = [
  'council',
  'health-board',
  'joint-board',
  'school',
  'nursery',
  'voluntary',
  'police',
  'chief-officers',
  'group',
  'other'
] as const;
/** What sort of body it is. */
export type BodyKind = (typeof bodyKinds)[number];

export const versionReasons = [
  'first',
  'data',
  'other-plans',
  'staff',
  'partners',
  'guidance',
  'detail'
] as const;
/** Why a version was made: the first, or what moved the one before. */
export type VersionReason = (typeof versionReasons)[number];

export const askedOfBodies = ['approve', 'note'] as const;
/** What a body is asked to do with a version. */
export type AskedOfBody = (typeof askedOfBodies)[number];

export const approvalStates = [
  'waiting',
  'noted',
  'approved',
  'approved-subject-to',
  'declined'
] as const;
/** What a body has said of a version. */
export type ApprovalState = (typeof approvalStates)[number];

export const uptakes = ['adopted', 'varied', 'declined', 'not-stated'] as const;
/** How a body takes up an aim in its own area. */
export type Uptake = (typeof uptakes)[number];

/** How a member of a collaborative takes up one of its aims: it always knows which. */
export const memberUptakes = ['adopted', 'varied', 'declined'] as const satisfies readonly Uptake[];

/** A version without what it holds. */
export type VersionHead = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly period: string;
  readonly reasons: readonly VersionReason[];
  readonly note: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly source: string;
  readonly approvals: readonly ApprovalLine[];
};

/** One side of a comparison: a version, or the plan as it stands. */
export type ComparedPlan = {
  /** As it is called inside a sentence: “version 2”, “today”. */
  readonly name: string;
  readonly content: PlanOutline;
};
