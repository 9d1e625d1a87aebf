import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
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
