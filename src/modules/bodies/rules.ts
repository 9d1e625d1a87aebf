import type { MemberUptake } from './member-kinds.ts';
import type { AimUptake, PlanApproval, PlanBody } from './kinds.ts';
import type { BodyKind } from './types.ts';

/** What one body was asked about a version and has said, with its name. */
export type ApprovalLine = Pick<
  PlanApproval,
  'id' | 'asked' | 'state' | 'statedOn' | 'reference' | 'conditions' | 'conditionsMetOn'
> & { readonly bodyId: string; readonly body: string; readonly kind: BodyKind };

/** How far a version is approved. Units: counts of the bodies that were asked to approve it. */
export type Standing = {
  readonly asked: number;
  /** Approved, or approved subject to conditions that have been met. */
  readonly approved: number;
  /** Approved subject to conditions that have not been met yet. */
  readonly subject: number;
  readonly waiting: number;
  /** Noted by a body that was asked to approve. */
  readonly noted: number;
  readonly declined: number;
};

/** Whether a body’s approval still hangs on a condition. */
export const isSubject = (one: Pick<ApprovalLine, 'state' | 'conditionsMetOn'>): boolean =>
  one.state === 'approved-subject-to' && one.conditionsMetOn === null;

/** How far the bodies that were asked to approve have done so. Those asked only to note it are not counted. */
export function standingOf(
  lines: readonly Pick<ApprovalLine, 'asked' | 'state' | 'conditionsMetOn'>[]
): Standing {
  const asked = lines.filter((one) => one.asked === 'approve');
  const count = (is: (one: (typeof asked)[number]) => boolean) => asked.filter(is).length;
  return {
    asked: asked.length,
    approved: count(
      (one) => one.state === 'approved' || (one.state === 'approved-subject-to' && !isSubject(one))
    ),
    subject: count(isSubject),
    waiting: count((one) => one.state === 'waiting'),
    noted: count((one) => one.state === 'noted'),
    declined: count((one) => one.state === 'declined')
  };
}

/** Whether a version is approved: every body that was asked has approved it, and no condition is open. */
export const isApproved = ({ asked, approved }: Standing): boolean =>
  asked > 0 && asked === approved;

export type ApprovalProblem =
  | { readonly kind: 'conditions-needed' }
  | { readonly kind: 'conditions-without' }
  | { readonly kind: 'met-without-conditions' }
  | { readonly kind: 'waits-with-a-day' }
  | { readonly kind: 'day-ahead'; readonly field: 'statedOn' | 'conditionsMetOn' }
  | { readonly kind: 'met-before' };

/**
 * What keeps an approval from being written down: approval subject to nothing, conditions without such an approval, a day with a body
 * that still waits, a day to come, conditions that were met before they were set. Days are calendar dates.
 */
export function approvalProblem(
  given: Pick<PlanApproval, 'state' | 'statedOn' | 'conditions' | 'conditionsMetOn'>,
  today: string
): ApprovalProblem | null {
  const { state, statedOn, conditions, conditionsMetOn } = given;
  const isConditional = state === 'approved-subject-to';
  if (isConditional && conditions === '') return { kind: 'conditions-needed' };
  if (!isConditional && conditions !== '') return { kind: 'conditions-without' };
  if (!isConditional && conditionsMetOn !== null) return { kind: 'met-without-conditions' };
  if (state === 'waiting' && statedOn !== null) return { kind: 'waits-with-a-day' };
  if (statedOn !== null && statedOn > today) return { kind: 'day-ahead', field: 'statedOn' };
  if (conditionsMetOn !== null && conditionsMetOn > today) {
    return { kind: 'day-ahead', field: 'conditionsMetOn' };
  }
  if (conditionsMetOn !== null && statedOn !== null && conditionsMetOn < statedOn) {
    return { kind: 'met-before' };
  }
  return null;
}

export type MemberUptakeProblem =
  | { readonly kind: 'no-regional-aim' }
  | { readonly kind: 'reason-needed' }
  | { readonly kind: 'same-and-different' }
  | { readonly kind: 'unknown-element' }
  | { readonly kind: 'day-ahead' };

/**
 * What keeps a member's answer to an aim of its collaborative from being saved: no reason for a variant or a refusal, an element that is
 * the same and differs at once or belongs to another aim, a day of deciding that is still to come.
 */
export function memberUptakeProblem(
  given: Pick<
    MemberUptake,
    'uptake' | 'reason' | 'differs' | 'sameElements' | 'differentElements' | 'decidedOn'
  >,
  { elements, today }: { readonly elements: readonly string[]; readonly today: string }
): MemberUptakeProblem | null {
  const { uptake, reason, differs, sameElements, differentElements, decidedOn } = given;
  if (uptake !== 'adopted' && reason === '' && differs === '') return { kind: 'reason-needed' };
  const named = [...sameElements, ...differentElements];
  if (named.some((id) => !elements.includes(id))) return { kind: 'unknown-element' };
  if (new Set(named).size < named.length) return { kind: 'same-and-different' };
  return decidedOn !== null && decidedOn > today ? { kind: 'day-ahead' } : null;
}

export type UptakeProblem = { readonly kind: 'reason-needed' } | { readonly kind: 'no-area' };

/** What keeps it from being written down how a body takes up an aim: no reason for a variant or a refusal, or a body without an area. */
export function uptakeProblem(
  given: Pick<AimUptake, 'uptake' | 'reason' | 'differs'>,
  body: Pick<PlanBody, 'takesUpAims'> | null
): UptakeProblem | null {
  const needsReason = given.uptake === 'varied' || given.uptake === 'declined';
  if (needsReason && given.reason === '' && given.differs === '') return { kind: 'reason-needed' };
  return body?.takesUpAims === true ? null : { kind: 'no-area' };
}
