import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import {
  commitmentKind,
  governancePartKind,
  legalFormKind,
  lessonKind,
  partnerPolicyKind,
  lookKind,
  principleKind,
  proposalKind,
  proposalPartnerKind,
  soughtKind,
  workstreamKind,
  type ProposalRound
} from './kinds.ts';
import type { Policy } from './types.ts';

export const principles = records(principleKind);
export const proposals = records(proposalKind);
export const partners = records(proposalPartnerKind);
export const workstreams = records(workstreamKind);
export const lessons = records(lessonKind);
export const governanceParts = records(governancePartKind);
export const legalForms = records(legalFormKind);
export const commitments = records(commitmentKind);
export const partnerPolicies = records(partnerPolicyKind);
export const sought = records(soughtKind);
export const looks = records(lookKind);

/** The rounds of every proposal or of one, in the order in which they were added. */
export async function rounds(
  tx: Tx,
  scope: ReadScope,
  proposalId?: string
): Promise<ProposalRound[]> {
  let select = tx
    .selectFrom('proposalRound')
    .select([
      'id',
      'proposalId',
      'number',
      'heldOn',
      'rationale',
      'feasibility',
      'byRoles',
      'answers'
    ])
    .where('partnershipId', '=', scope.partnershipId);
  if (proposalId !== undefined) select = select.where('proposalId', '=', proposalId);
  return select.orderBy('proposalId').orderBy('number').execute();
}

export async function addRound(
  tx: Tx,
  scope: WriteScope,
  { answers, ...round }: ProposalRound
): Promise<void> {
  await tx
    .insertInto('proposalRound')
    .values({ ...round, answers: JSON.stringify(answers), partnershipId: scope.partnershipId })
    .execute();
}

/** The shared priorities as the plan keeps them, in its order. */
export async function priorities(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('planPriority')
    .select([
      'id',
      'number',
      'title',
      'statement',
      'commitment',
      'nationalPolicies',
      'horizon',
      'groupId',
      'ownerRole',
      'agreedOn',
      'agreedBy'
    ])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('number')
    .execute();
}

/** Aims, or actions, by their titles, in the order of the plan. */
const inPlanOrder =
  (table: 'aim' | 'action') =>
  (tx: Tx, scope: ReadScope): Promise<{ id: string; title: string }[]> =>
    tx
      .selectFrom(table)
      .select(['id', 'title'])
      .where('partnershipId', '=', scope.partnershipId)
      .orderBy('position')
      .orderBy('title')
      .execute();

export const aimTitles = inPlanOrder('aim');
export const actionTitles = inPlanOrder('action');

/** The bodies of the plan by their names, in its order. */
export async function bodyTitles(
  tx: Tx,
  scope: ReadScope
): Promise<{ id: string; title: string }[]> {
  return tx
    .selectFrom('planBody')
    .select(['id', 'name as title'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('position')
    .orderBy('name')
    .execute();
}

/** The aims and actions that a proposal became. */
export async function madeOf(tx: Tx, scope: ReadScope, proposalId: string) {
  const made = (table: 'aim' | 'action') =>
    tx
      .selectFrom(table)
      .select(['id', 'title'])
      .where('partnershipId', '=', scope.partnershipId)
      .where('proposalId', '=', proposalId)
      .orderBy('title')
      .execute();
  return { aims: await made('aim'), actions: await made('action') };
}

/** Something that is to be looked at again on a day, or that ends on it. */
export type DueCooperation = {
  readonly id: string;
  /** A role, or the partner whose it is; may be empty. */
  readonly who: string;
  readonly on: string;
} & (
  | { readonly kind: 'policy'; readonly title: Policy }
  // The arrangements, of which there are one, have no title of their own.
  | {
      readonly kind: 'workstream' | 'lesson' | 'arrangements' | 'commitment';
      readonly title: string;
    }
);

/**
 * For home, calendar and letter: all of cooperation that has a day, in one question, as home asks it each time. A lesson that no longer
 * holds is not looked at again.
 */
export async function dueCooperation(
  tx: Tx,
  { partnershipId }: ReadScope
): Promise<readonly DueCooperation[]> {
  const { rows } = await sql<DueCooperation>`
    select 'workstream' as kind, id, title, owner_role as who, review_by as "on"
      from workstream
     where partnership_id = ${partnershipId} and review_by is not null
    union all
    select 'lesson', id, lesson, owner_role, review_by
      from cooperation_lesson
     where partnership_id = ${partnershipId} and review_by is not null and holds is distinct from 'no'
    union all
    select 'arrangements', id, '', owner_role, review_by
      from governance_form
     where partnership_id = ${partnershipId} and review_by is not null
    union all
    select 'commitment', commitment.id, commitment.commitment, body.name, commitment.review_by
      from partner_commitment as commitment
      join plan_body as body on body.partnership_id = commitment.partnership_id and body.id = commitment.body_id
     where commitment.partnership_id = ${partnershipId} and commitment.review_by is not null
    union all
    select 'policy', policy.id, policy.policy, body.name, policy.valid_until
      from partner_policy as policy
      join plan_body as body on body.partnership_id = policy.partnership_id and body.id = policy.body_id
     where policy.partnership_id = ${partnershipId} and policy.valid_until is not null`.execute(tx);
  return rows;
}
