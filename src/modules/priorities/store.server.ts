import type { ActionKindId, AgeId, FactorId, OutcomeId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow, saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { ChosenOutcome, Decision, DecisionStep, Priority, PriorityId } from './types.ts';

export async function outcomes(tx: Tx, scope: ReadScope): Promise<ChosenOutcome[]> {
  const rows = await tx
    .selectFrom('priority_outcome')
    .select(['id', 'outcome', 'ages', 'reason', 'version'])
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('outcome')
    .execute();
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome as OutcomeId, // checked against the spine when it was saved
    ages: row.ages as AgeId[] // checked against the spine when it was saved
  }));
}

export async function addOutcome(
  tx: Tx,
  scope: WriteScope,
  outcome: Omit<ChosenOutcome, 'version'>
): Promise<boolean> {
  const answer = await tx
    .insertInto('priority_outcome')
    .values({
      partnership_id: scope.partnershipId,
      id: outcome.id,
      outcome: outcome.outcome,
      ages: [...outcome.ages],
      reason: outcome.reason
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'outcome']).doNothing())
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function saveOutcome(
  tx: Tx,
  scope: WriteScope,
  outcome: { id: string; ages: readonly string[]; reason: string },
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'priority_outcome',
    { id: outcome.id, expected },
    { ages: [...outcome.ages], reason: outcome.reason }
  );
}

export async function removeOutcome(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'priority_outcome', id);
}

/** The chosen factors with their decisions, in the order in which they were chosen. */
export async function priorities(tx: Tx, scope: ReadScope): Promise<Priority[]> {
  const rows = await tx
    .selectFrom('priority')
    .select(['id', 'factor', 'outcomes', 'reason', 'chosen_at', 'version'])
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('chosen_at')
    .orderBy('factor')
    .execute();
  const decisions = await tx
    .selectFrom('factor_decision')
    .innerJoin('person', 'person.id', 'factor_decision.decided_by')
    .select([
      'factor_decision.priority_id',
      'factor_decision.path',
      'factor_decision.result',
      'factor_decision.action_kind',
      'factor_decision.reason',
      'factor_decision.decided_at',
      'person.name'
    ])
    .where('factor_decision.partnership_id', '=', scope.partnershipId)
    .orderBy('factor_decision.decided_at', 'desc')
    .orderBy('factor_decision.id')
    .execute();
  return rows.map((row) => {
    const own = decisions
      .filter((one) => one.priority_id === row.id)
      .map((one): Decision => ({
        path: one.path as DecisionStep[], // written by addDecision alone
        result: one.result,
        actionKind: one.action_kind as ActionKindId, // checked against the spine when it was saved
        reason: one.reason,
        decidedAt: one.decided_at,
        decidedBy: one.name
      }));
    return {
      id: row.id as PriorityId, // the column holds nothing else
      factor: row.factor as FactorId, // checked against the spine when it was saved
      outcomes: row.outcomes as OutcomeId[], // checked against the spine when they were saved
      reason: row.reason,
      chosenAt: row.chosen_at,
      version: row.version,
      decision: own[0] ?? null,
      earlierDecisions: own.slice(1)
    };
  });
}

export async function addPriority(
  tx: Tx,
  scope: WriteScope,
  priority: { id: string; factor: string; outcomes: readonly string[]; reason: string }
): Promise<boolean> {
  const answer = await tx
    .insertInto('priority')
    .values({
      partnership_id: scope.partnershipId,
      id: priority.id,
      factor: priority.factor,
      outcomes: [...priority.outcomes],
      reason: priority.reason
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'factor']).doNothing())
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function savePriority(
  tx: Tx,
  scope: WriteScope,
  priority: { id: string; outcomes: readonly string[]; reason: string },
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'priority',
    { id: priority.id, expected },
    { outcomes: [...priority.outcomes], reason: priority.reason }
  );
}

export async function removePriority(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'priority', id);
}

export async function addDecision(
  tx: Tx,
  scope: WriteScope,
  decision: {
    id: string;
    priorityId: string;
    path: readonly DecisionStep[];
    result: string;
    actionKind: string;
    reason: string;
    now: Date;
  }
): Promise<void> {
  await tx
    .insertInto('factor_decision')
    .values({
      partnership_id: scope.partnershipId,
      id: decision.id,
      priority_id: decision.priorityId,
      path: sql<string>`${JSON.stringify(decision.path)}::jsonb`,
      result: decision.result,
      action_kind: decision.actionKind,
      reason: decision.reason,
      decided_at: decision.now,
      decided_by: scope.personId
    })
    .execute();
}
