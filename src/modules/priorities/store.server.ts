import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow, saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { ChosenOutcome, Decision, Priority } from './types.ts';

export async function outcomes(tx: Tx, scope: ReadScope): Promise<ChosenOutcome[]> {
  const rows = await tx
    .selectFrom('priorityOutcome')
    .select(['id', 'outcome', 'ages', 'reason', 'version'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('outcome')
    .execute();
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome,
    ages: row.ages
  }));
}

export async function addOutcome(
  tx: Tx,
  scope: WriteScope,
  outcome: Omit<ChosenOutcome, 'version'>
): Promise<boolean> {
  const answer = await tx
    .insertInto('priorityOutcome')
    .values({
      partnershipId: scope.partnershipId,
      id: outcome.id,
      outcome: outcome.outcome,
      ages: outcome.ages,
      reason: outcome.reason
    })
    .onConflict((conflict) => conflict.columns(['partnershipId', 'outcome']).doNothing())
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function saveOutcome(
  tx: Tx,
  scope: WriteScope,
  outcome: Pick<ChosenOutcome, 'id' | 'ages' | 'reason'>,
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'priorityOutcome',
    { id: outcome.id, expected },
    { ages: outcome.ages, reason: outcome.reason }
  );
}

export async function removeOutcome(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'priorityOutcome', id);
}

/** The chosen factors with their decisions, in the order in which they were chosen. */
export async function priorities(tx: Tx, scope: ReadScope): Promise<Priority[]> {
  const rows = await tx
    .selectFrom('priority')
    .select(['id', 'factor', 'outcomes', 'reason', 'chosenAt', 'version'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('chosenAt')
    .orderBy('factor')
    .execute();
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
    const own = decisions
      .filter((one) => one.priorityId === row.id)
      .map((one): Decision => ({
        path: one.path,
        result: one.result,
        actionKind: one.actionKind,
        reason: one.reason,
        decidedAt: one.decidedAt,
        decidedBy: one.name
      }));
    return {
      id: row.id,
      factor: row.factor,
      outcomes: row.outcomes,
      reason: row.reason,
      chosenAt: row.chosenAt,
      version: row.version,
      decision: own[0] ?? null,
      earlierDecisions: own.slice(1)
    };
  });
}

export async function addPriority(
  tx: Tx,
  scope: WriteScope,
  priority: Pick<Priority, 'factor' | 'outcomes' | 'reason'> & { readonly id: string }
): Promise<boolean> {
  const answer = await tx
    .insertInto('priority')
    .values({
      partnershipId: scope.partnershipId,
      id: priority.id,
      factor: priority.factor,
      outcomes: priority.outcomes,
      reason: priority.reason
    })
    .onConflict((conflict) => conflict.columns(['partnershipId', 'factor']).doNothing())
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function savePriority(
  tx: Tx,
  scope: WriteScope,
  priority: Pick<Priority, 'outcomes' | 'reason'> & { readonly id: string },
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'priority',
    { id: priority.id, expected },
    { outcomes: priority.outcomes, reason: priority.reason }
  );
}

export async function removePriority(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'priority', id);
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
