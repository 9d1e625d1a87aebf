import { sql, type Generated, type UpdateObject } from 'kysely';
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

/**
 * Holds a record until the transaction ends: whoever else would hold it waits, and then reads what this transaction has saved.
 * A command whose rule is about records that others may be adding or changing ("not while in use") begins with it, before it reads.
 */
export async function holdRow(
  tx: Tx,
  scope: WriteScope,
  table: IdentifiedTable,
  id: string
): Promise<void> {
  await tx
    .selectFrom(table as 'action') // one of them stands for all, as in saveVersion
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

/** As `holdRow`, for a rule about a whole kind of record of the partnership. `kind` names it in the words of its module. */
export async function holdKind(tx: Tx, scope: WriteScope, kind: string): Promise<void> {
  const name = `${kind} of ${scope.partnershipId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/**
 * For a command that saves records by such a rule: many may at once, but none while `holdKind` holds the same kind, and nobody holds
 * it until this transaction ends.
 */
export async function shareKind(tx: Tx, scope: WriteScope, kind: string): Promise<void> {
  const name = `${kind} of ${scope.partnershipId}`;
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`.execute(tx);
}

/** Removes a record; its history stays. False when it was not here. */
export async function removeRow(
  tx: Tx,
  scope: WriteScope,
  table: IdentifiedTable,
  id: string
): Promise<boolean> {
  const answer = await tx
    .deleteFrom(table as 'action') // one table stands for all, as above
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}
