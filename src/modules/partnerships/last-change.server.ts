import type { ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as history from './history.store.server.ts';

/** Who saved a record last, and when: what the second of two editors is told. */
export async function lastChangeOf(
  tx: Tx,
  scope: ReadScope,
  tableName: string,
  recordId: string
): Promise<{ changedBy: string; changedAt: Date }> {
  const [last] = await history.changes(tx, scope, { tableName, recordId, most: 1 });
  return { changedBy: last?.by ?? 'Somebody', changedAt: last?.at ?? new Date(0) };
}

/** The problem that the second of two editors is shown: the stored record by the names of the form's fields, and who saved it. */
export async function changedMeanwhile(
  tx: Tx,
  scope: ReadScope,
  tableName: string,
  stored: { readonly id: string; readonly version: number },
  theirs: ChangedMeanwhile['theirs']
): Promise<ChangedMeanwhile> {
  const last = await lastChangeOf(tx, scope, tableName, stored.id);
  return { kind: 'changed-meanwhile', theirs, version: stored.version, ...last };
}
