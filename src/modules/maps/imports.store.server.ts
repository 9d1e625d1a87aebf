import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow } from '#platform/saving';
import { sql } from 'kysely';
import type { ImportFile } from './import/rows.ts';

export type StoredImport = {
  readonly id: string;
  readonly fileName: string;
  readonly content: ImportFile;
  readonly madeAt: Date;
};

/** A file that waits to be confirmed; undefined when there is none, or it waited too long. */
export async function findImport(
  tx: Tx,
  scope: ReadScope,
  id: string,
  now: Date
): Promise<StoredImport | undefined> {
  const row = await tx
    .selectFrom('service_import')
    .select(['id', 'file_name', 'content', 'made_at'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    fileName: row.file_name,
    content: row.content as unknown as ImportFile, // written by addImport alone
    madeAt: row.made_at
  };
}

/** Keeps what was read until somebody confirms it, and lets go of what waited too long. */
export async function addImport(
  tx: Tx,
  scope: WriteScope,
  given: { id: string; fileName: string; content: ImportFile; now: Date; expiresAt: Date }
): Promise<void> {
  await tx
    .deleteFrom('service_import')
    .where('partnership_id', '=', scope.partnershipId)
    .where('expires_at', '<=', given.now)
    .execute();
  await tx
    .insertInto('service_import')
    .values({
      partnership_id: scope.partnershipId,
      id: given.id,
      file_name: given.fileName,
      content: sql`${JSON.stringify(given.content)}::jsonb`,
      made_at: given.now,
      made_by: scope.personId,
      expires_at: given.expiresAt
    })
    .execute();
}

export async function removeImport(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'service_import', id);
}
