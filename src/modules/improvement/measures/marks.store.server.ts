import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow } from '#platform/saving';
import type { MeasureAnnotation, MeasureId, MeasurePhase } from '../types.ts';

/** All SQL about what is marked on the charts of measures: annotations and phases. */

export async function annotationsOf(
  tx: Tx,
  scope: ReadScope,
  measureIds: readonly MeasureId[]
): Promise<MeasureAnnotation[]> {
  if (measureIds.length === 0) return [];
  return tx
    .selectFrom('measureAnnotation')
    .select(['id', 'measureId', 'markedOn', 'label', 'kind'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('measureId', 'in', measureIds)
    .orderBy('markedOn')
    .execute();
}

export async function addAnnotation(
  tx: Tx,
  scope: WriteScope,
  annotation: MeasureAnnotation
): Promise<void> {
  await tx
    .insertInto('measureAnnotation')
    .values({
      partnershipId: scope.partnershipId,
      id: annotation.id,
      measureId: annotation.measureId,
      markedOn: annotation.markedOn,
      label: annotation.label,
      kind: annotation.kind
    })
    .execute();
}

export async function removeAnnotation(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'measureAnnotation', id);
}

export async function phasesOf(
  tx: Tx,
  scope: ReadScope,
  measureIds: readonly MeasureId[]
): Promise<MeasurePhase[]> {
  if (measureIds.length === 0) return [];
  return tx
    .selectFrom('measurePhase')
    .select(['id', 'measureId', 'startsOn', 'reason'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('measureId', 'in', measureIds)
    .orderBy('startsOn')
    .execute();
}

/** False when a phase begins on that date already. */
export async function addPhase(tx: Tx, scope: WriteScope, phase: MeasurePhase): Promise<boolean> {
  const answer = await tx
    .insertInto('measurePhase')
    .values({
      partnershipId: scope.partnershipId,
      id: phase.id,
      measureId: phase.measureId,
      startsOn: phase.startsOn,
      reason: phase.reason
    })
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'measureId', 'startsOn']).doNothing()
    )
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removePhase(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'measurePhase', id);
}
