import type { ChangedMeanwhile } from './command.ts';
import type { Tx } from './database.ts';
import type { ReadScope } from './scope.ts';

/** Who saved a record last, and when: what the second of two editors is told. */
export async function lastChangeOf(
  tx: Tx,
  scope: ReadScope,
  tableName: string,
  recordId: string
): Promise<{ changedBy: string; changedAt: Date }> {
  const last = await tx
    .selectFrom('change')
    .leftJoin('person', 'person.id', 'change.personId')
    .select(['change.at', 'person.name as by'])
    .where('change.partnershipId', '=', scope.partnershipId)
    .where('change.tableName', '=', tableName)
    .where('change.recordId', '=', recordId)
    .orderBy('change.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return { changedBy: 'Somebody', changedAt: new Date(0) };
  return { changedBy: last.by ?? 'Cairn', changedAt: last.at };
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
