import type { Generated, UpdateObject } from 'kysely';
import type { Tx } from './database.ts';
import type { DB } from './schema.ts';
import type { WriteScope } from './scope.ts';

/** A partnership's table whose rows people edit: found by `id`, guarded by `version`. */
export type VersionedTable = {
  [Table in keyof DB]: DB[Table] extends {
    partnershipId: unknown;
    id: unknown;
    version: Generated<number>;
  }
    ? Table
    : never;
}[keyof DB];

/**
 * Saves a record over the version that its editor had read.
 * Answers the new version; null when another version is stored (somebody else saved first) or no such record is here.
 */
export async function saveVersion<Table extends VersionedTable>(
  tx: Tx,
  scope: WriteScope,
  table: Table,
  record: { readonly id: string; readonly expected: number },
  columns: Omit<UpdateObject<DB, Table, Table>, 'partnershipId' | 'id' | 'version'>
): Promise<number | null> {
  const row = await tx
    // The type checker cannot follow a table that is only known to be one of several: one of them stands for all.
    .updateTable(table as 'action')
    .set({ ...(columns as UpdateObject<DB, 'action', 'action'>), version: record.expected + 1 })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', record.id)
    .where('version', '=', record.expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** A partnership's table whose rows are found by `id`. */
export type IdentifiedTable = {
  [Table in keyof DB]: DB[Table] extends { partnershipId: unknown; id: unknown } ? Table : never;
}[keyof DB];

/** Removes a record; its history stays. False when it was not here. */
export async function removeRow(
  tx: Tx,
  scope: WriteScope,
  table: IdentifiedTable,
  id: string
): Promise<boolean> {
  const answer = await tx
    .deleteFrom(table as 'action') // likewise
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}
