import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { chosenFactorKind, chosenOutcomeKind, consideredKind } from './kinds.ts';
import type { Decision, Priority, Walk } from './types.ts';

export const outcomes = records(chosenOutcomeKind);
export const factors = records(chosenFactorKind);
export const considered = records(consideredKind);

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
      'factorDecision.kinds',
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
      kinds: sql<string>`${JSON.stringify(decision.kinds)}::jsonb`,
      decidedAt: now,
      decidedBy: scope.personId
    })
    .execute();
}

/** How far this person has come through the tree for a factor; at its beginning when they have not begun. */
export async function walkOf(tx: Tx, scope: ReadScope, priorityId: string): Promise<Walk> {
  const row = await tx
    .selectFrom('factorWalk')
    .select(['steps', 'answered'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('priorityId', '=', priorityId)
    .where('personId', '=', scope.personId)
    .executeTakeFirst();
  return row ?? { steps: [], answered: 0 };
}

/** Keeps how far this person has come. */
export async function keepWalk(
  tx: Tx,
  scope: WriteScope,
  walk: Walk & { readonly id: string; readonly priorityId: string }
): Promise<void> {
  const kept = {
    steps: sql<string>`${JSON.stringify(walk.steps)}::jsonb`,
    answered: walk.answered
  };
  await tx
    .insertInto('factorWalk')
    .values({
      partnershipId: scope.partnershipId,
      id: walk.id,
      priorityId: walk.priorityId,
      personId: scope.personId,
      ...kept
    })
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'priorityId', 'personId']).doUpdateSet(kept)
    )
    .execute();
}

/** Forgets this person's walk for a factor, once it has led to a decision. */
export async function forgetWalk(tx: Tx, scope: WriteScope, priorityId: string): Promise<void> {
  await tx
    .deleteFrom('factorWalk')
    .where('partnershipId', '=', scope.partnershipId)
    .where('priorityId', '=', priorityId)
    .where('personId', '=', scope.personId)
    .execute();
}
