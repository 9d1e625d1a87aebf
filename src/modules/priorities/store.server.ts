import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { chosenFactorKind, chosenOutcomeKind } from './kinds.ts';
import type { Decision, Priority } from './types.ts';

export const outcomes = records(chosenOutcomeKind);
export const factors = records(chosenFactorKind);

/** The chosen factors with their decisions, in the order in which they were chosen; one of them alone by its identifier. */
export async function priorities(tx: Tx, scope: ReadScope, id?: string): Promise<Priority[]> {
  const rows = await factors.list(tx, scope, id === undefined ? {} : { id });
  const decisions = await tx
    .selectFrom('factorDecision')
    .innerJoin('person', 'person.id', 'factorDecision.decidedBy')
    .select([
      'factorDecision.priorityId',
      'factorDecision.path',
      'factorDecision.result',
      'factorDecision.actionKind',
      'factorDecision.reason',
      'factorDecision.decidedAt',
      'person.name'
    ])
    .where('factorDecision.partnershipId', '=', scope.partnershipId)
    .orderBy('factorDecision.decidedAt', 'desc')
    .orderBy('factorDecision.id')
    .execute();
  return rows.map((row) => {
    const [decision = null, ...earlierDecisions] = decisions
      .filter((one) => one.priorityId === row.id)
      .map(({ priorityId: _, name, ...one }): Decision => ({ ...one, decidedBy: name }));
    return { ...row, decision, earlierDecisions };
  });
}

export async function addDecision(
  tx: Tx,
  scope: WriteScope,
  decision: Omit<Decision, 'decidedAt' | 'decidedBy'> & {
    readonly id: string;
    readonly priorityId: string;
  },
  now: Date
): Promise<void> {
  await tx
    .insertInto('factorDecision')
    .values({
      partnershipId: scope.partnershipId,
      id: decision.id,
      priorityId: decision.priorityId,
      path: sql<string>`${JSON.stringify(decision.path)}::jsonb`,
      result: decision.result,
      actionKind: decision.actionKind,
      reason: decision.reason,
      decidedAt: now,
      decidedBy: scope.personId
    })
    .execute();
}
