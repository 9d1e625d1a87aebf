import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import {
  agreementKind,
  askKind,
  consultationKind,
  decisionKind,
  disputeKind,
  disputeStepKind,
  interestKind,
  paperKind,
  type Decision
} from './kinds.ts';

export const papers = records(paperKind);
export const decisions = records(decisionKind);
export const agreements = records(agreementKind);
export const interests = records(interestKind);
export const disputes = records(disputeKind);
export const steps = records(disputeStepKind);
export const consultations = records(consultationKind);
export const asks = records(askKind);

/** Whether a decision names this paper or consultation among what it rests on. */
export async function isRestedOn(
  tx: Tx,
  scope: ReadScope,
  column: 'paperIds' | 'consultationIds',
  id: string
): Promise<boolean> {
  const all = await decisions.list(tx, scope);
  return all.some((decision) => decision[column].includes(id));
}

/** Whether a paper or consultation that a decision would rest on is not here any more. */
export async function restsOnWhatIsGone(
  tx: Tx,
  scope: ReadScope,
  { paperIds, consultationIds }: Pick<Decision, 'paperIds' | 'consultationIds'>
): Promise<boolean> {
  const here = new Set([
    ...(await papers.list(tx, scope)).map(({ id }) => id as string),
    ...(await consultations.list(tx, scope)).map(({ id }) => id as string)
  ]);
  return [...paperIds, ...consultationIds].some((id) => !here.has(id));
}

/** Titles of the plan's priorities or aims by their identifiers, in the order of the plan. */
export async function planTitles(
  tx: Tx,
  scope: ReadScope,
  table: 'planPriority' | 'aim'
): Promise<{ id: string; title: string }[]> {
  return tx
    .selectFrom(table)
    .select(['id', 'title'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('number')
    .orderBy('title')
    .execute();
}
