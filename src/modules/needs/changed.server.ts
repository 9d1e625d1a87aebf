import { lastChangeOf } from '#modules/partnerships/server';
import type { ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';

/** What the second of two editors is told: the stored fields, and who saved them. */
export async function changedMeanwhile(
  tx: Tx,
  scope: WriteScope,
  table: string,
  stored: { readonly id: string; readonly version: number },
  theirs: ChangedMeanwhile['theirs']
): Promise<ChangedMeanwhile> {
  const last = await lastChangeOf(tx, scope, table, stored.id);
  return { kind: 'changed-meanwhile', theirs, version: stored.version, ...last };
}
