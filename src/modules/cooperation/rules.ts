import type { Principle, Proposal, ProposalPartner, ProposalRound, Workstream } from './kinds.ts';
import { approaches, type Approach, type Fit, type PrincipleAnswer } from './types.ts';

/** Principles that hold on a day (`YYYY-MM-DD`): not retired by then. One without a day of adoption has always held. */
export function holdingOn<One extends Pick<Principle, 'adoptedOn' | 'retiredOn'>>(
  principles: readonly One[],
  day: string
): One[] {
  return principles.filter(
    ({ adoptedOn, retiredOn }) =>
      (adoptedOn === null || adoptedOn <= day) && (retiredOn === null || retiredOn > day)
  );
}

/** The principles that a proposal is asked: those of the whole partnership, and those of the group that proposes it. */
export function askedOf<One extends Pick<Principle, 'groupId' | 'adoptedOn' | 'retiredOn'>>(
  { groupId }: Pick<Proposal, 'groupId'>,
  principles: readonly One[],
  day: string
): One[] {
  return holdingOn(principles, day).filter(
    (one) => one.groupId === null || one.groupId === groupId
  );
}

export type RoundProblem =
  | { readonly kind: 'no-principles' }
  | { readonly kind: 'unanswered'; readonly index: number }
  | { readonly kind: 'round-ahead' }
  | { readonly kind: 'before-it-was-proposed' };

/** Why a round may not be added, or null: each principle that a proposal is asked is answered, and nothing else is. */
export function roundProblem(
  round: { readonly heldOn: string; readonly answers: readonly { readonly principleId: string }[] },
  {
    asked,
    proposal,
    today
  }: {
    readonly asked: readonly Pick<Principle, 'id'>[];
    readonly proposal: Pick<Proposal, 'proposedOn'>;
    readonly today: string;
  }
): RoundProblem | null {
  if (asked.length === 0) return { kind: 'no-principles' };
  if (round.heldOn > today) return { kind: 'round-ahead' };
  if (round.heldOn < proposal.proposedOn) return { kind: 'before-it-was-proposed' };
  const index = asked.findIndex(
    ({ id }) => !round.answers.some(({ principleId }) => principleId === id)
  );
  return index === -1 ? null : { kind: 'unanswered', index };
}

/** How many answers of a round there are of each sort. */
export function fitCounts(answers: readonly Pick<PrincipleAnswer, 'fit'>[]): Record<Fit, number> {
  const counts: Record<Fit, number> = { fits: 0, partly: 0, 'does-not': 0, 'does-not-apply': 0 };
  for (const { fit } of answers) counts[fit] += 1;
  return counts;
}

/** Rounds side by side: a row for each principle that any of them asked, with the answer of each round in their order. */
export function roundsBeside(rounds: readonly Pick<ProposalRound, 'answers' | 'number'>[]) {
  const inOrder = rounds.toSorted((one, other) => one.number - other.number);
  const principles = new Map<string, PrincipleAnswer>();
  for (const { answers } of inOrder) {
    for (const answer of answers) principles.set(answer.principleId, answer);
  }
  return [...principles.values()].map(({ principleId, title, question }) => ({
    principleId,
    title,
    question,
    answers: inOrder.map(
      ({ answers }) => answers.find((one) => one.principleId === principleId) ?? null
    )
  }));
}

export type OutcomeProblem =
  | { readonly kind: 'not-tested' }
  | { readonly kind: 'group-missing' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'over-a-partner'; readonly bodies: readonly string[] }
  | { readonly kind: 'changes-missing' }
  | { readonly kind: 'outcome-ahead' }
  | { readonly kind: 'outcome-before-proposal' };

type Wanted = {
  readonly outcome: Exclude<Proposal['outcome'], 'none'>;
  readonly outcomeGroupId: string | null;
  readonly outcomeReason: string;
  readonly outcomeConditions: string;
  readonly outcomeOn: string;
};

/** Whether a proposal went ahead, as it was or with changes. */
export function wentAhead({ outcome }: Pick<Proposal, 'outcome'>): boolean {
  return outcome === 'go-ahead' || outcome === 'with-changes';
}

/**
 * Why a group may not say this of a proposal, or null. Nothing goes ahead untested; what does not simply go ahead has a reason; over a
 * partner that declines it goes ahead only with one.
 */
export function outcomeProblem(
  wanted: Wanted,
  {
    proposal,
    rounds,
    partners,
    today
  }: {
    readonly proposal: Pick<Proposal, 'proposedOn'>;
    readonly rounds: number;
    readonly partners: readonly Pick<ProposalPartner, 'body' | 'stance'>[];
    readonly today: string;
  }
): OutcomeProblem | null {
  if (wanted.outcomeGroupId === null) return { kind: 'group-missing' };
  if (wanted.outcomeOn > today) return { kind: 'outcome-ahead' };
  if (wanted.outcomeOn < proposal.proposedOn) return { kind: 'outcome-before-proposal' };
  if (wentAhead(wanted) && rounds === 0) return { kind: 'not-tested' };
  const against = partners.filter(({ stance }) => stance === 'declined').map(({ body }) => body);
  if (wentAhead(wanted) && against.length > 0 && wanted.outcomeReason === '') {
    return { kind: 'over-a-partner', bodies: against };
  }
  if (wanted.outcome === 'with-changes' && wanted.outcomeConditions === '') {
    return { kind: 'changes-missing' };
  }
  return !wentAhead(wanted) && wanted.outcomeReason === '' ? { kind: 'reason-missing' } : null;
}

/** How full the fullest of some approaches is: 0 where there is none, 3 for one service. */
export function fullness(some: readonly Approach[]): number {
  return Math.max(0, ...some.map((one) => approaches.indexOf(one) + 1));
}

export type WorkstreamProblem =
  | { readonly kind: 'why-missing' }
  | { readonly kind: 'form-missing' }
  | { readonly kind: 'form-without-service' }
  | { readonly kind: 'reviewed-ahead' };

/**
 * Why a workstream may not stand as it is, or null. Working together is where a partnership means to go, so heading for less than there
 * is asks for a reason; one service says how it is led.
 */
export function workstreamProblem(
  values: Pick<Workstream, 'now' | 'headingTo' | 'why' | 'unifiedForm' | 'reviewedOn'>,
  today: string
): WorkstreamProblem | null {
  const isHeading = values.headingTo.length > 0;
  if (isHeading && fullness(values.headingTo) < fullness(values.now) && values.why === '') {
    return { kind: 'why-missing' };
  }
  const isUnified = [...values.now, ...values.headingTo].includes('unified');
  if (isUnified && values.unifiedForm === null) return { kind: 'form-missing' };
  if (!isUnified && values.unifiedForm !== null) return { kind: 'form-without-service' };
  return values.reviewedOn !== null && values.reviewedOn > today
    ? { kind: 'reviewed-ahead' }
    : null;
}

/** Workstreams by the fullest approach they have now, the fullest first; those of which nobody stated it last. */
export function inBands<One extends Pick<Workstream, 'now'>>(
  all: readonly One[]
): { readonly approach: Approach | null; readonly workstreams: readonly One[] }[] {
  return [...approaches.toReversed(), null].map((approach) => ({
    approach,
    workstreams: all.filter(
      ({ now }) => fullness(now) === (approach === null ? 0 : approaches.indexOf(approach) + 1)
    )
  }));
}

/** What lies between now and where a workstream is heading: more, less, the same, or nothing stated. */
export function headingOf({
  now,
  headingTo
}: Pick<Workstream, 'now' | 'headingTo'>): 'fuller' | 'lighter' | 'the-same' | 'not-stated' {
  if (headingTo.length === 0) return 'not-stated';
  const difference = fullness(headingTo) - fullness(now);
  return difference > 0 ? 'fuller' : difference < 0 ? 'lighter' : 'the-same';
}
