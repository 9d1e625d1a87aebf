import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow } from '#platform/saving';
import type { MeasureAnnotation, MeasureId, MeasurePhase } from './types.ts';

/** All SQL about what is marked on the charts of measures: annotations and phases. */

export async function annotationsOf(
  tx: Tx,
  scope: ReadScope,
  measureIds: readonly MeasureId[]
): Promise<MeasureAnnotation[]> {
  if (measureIds.length === 0) return [];
  const rows = await tx
    .selectFrom('measure_annotation')
    .select(['id', 'measure_id', 'marked_on', 'label', 'kind'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('measure_id', 'in', measureIds)
    .orderBy('marked_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measure_id as MeasureId, // the column holds nothing else
    markedOn: row.marked_on,
    label: row.label,
    kind: row.kind as MeasureAnnotation['kind'] // held by a check constraint
  }));
}

export async function addAnnotation(
  tx: Tx,
  scope: WriteScope,
  annotation: MeasureAnnotation
): Promise<void> {
  await tx
    .insertInto('measure_annotation')
    .values({
      partnership_id: scope.partnershipId,
      id: annotation.id,
      measure_id: annotation.measureId,
      marked_on: annotation.markedOn,
      label: annotation.label,
      kind: annotation.kind
    })
    .execute();
}

export async function removeAnnotation(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'measure_annotation', id);
}

export async function phasesOf(
  tx: Tx,
  scope: ReadScope,
  measureIds: readonly MeasureId[]
): Promise<MeasurePhase[]> {
  if (measureIds.length === 0) return [];
  const rows = await tx
    .selectFrom('measure_phase')
    .select(['id', 'measure_id', 'starts_on', 'reason'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('measure_id', 'in', measureIds)
    .orderBy('starts_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measure_id as MeasureId, // the column holds nothing else
    startsOn: row.starts_on,
    reason: row.reason
  }));
}

/** False when a phase begins on that date already. */
export async function addPhase(tx: Tx, scope: WriteScope, phase: MeasurePhase): Promise<boolean> {
  const answer = await tx
    .insertInto('measure_phase')
    .values({
      partnership_id: scope.partnershipId,
      id: phase.id,
      measure_id: phase.measureId,
      starts_on: phase.startsOn,
      reason: phase.reason
    })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'measure_id', 'starts_on']).doNothing()
    )
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removePhase(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'measure_phase', id);
}
