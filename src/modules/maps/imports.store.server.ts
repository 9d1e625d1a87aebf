import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow } from '#platform/saving';
import { sql } from 'kysely';
import type { ImportDraft } from './import/draft.ts';

export type StoredImport = {
  readonly id: string;
  readonly fileName: string;
  readonly content: ImportDraft;
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
    .selectFrom('serviceImport')
    .select(['id', 'fileName', 'content', 'madeAt'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    fileName: row.fileName,
    content: row.content,
    madeAt: row.madeAt
  };
}

/** Keeps what was read until somebody confirms it, and lets go of what waited too long. */
export async function addImport(
  tx: Tx,
  scope: WriteScope,
  given: { id: string; fileName: string; content: ImportDraft; now: Date; expiresAt: Date }
): Promise<void> {
  await tx
    .deleteFrom('serviceImport')
    .where('partnershipId', '=', scope.partnershipId)
    .where('expiresAt', '<=', given.now)
    .execute();
  await tx
    .insertInto('serviceImport')
    .values({
      partnershipId: scope.partnershipId,
      id: given.id,
      fileName: given.fileName,
      content: sql`${JSON.stringify(given.content)}::jsonb`,
      madeAt: given.now,
      madeBy: scope.personId,
      expiresAt: given.expiresAt
    })
    .execute();
}

/** Puts what is known now in place of what was; false where the file is gone. */
export async function changeImport(
  tx: Tx,
  scope: WriteScope,
  id: string,
  content: ImportDraft
): Promise<boolean> {
  const answer = await tx
    .updateTable('serviceImport')
    .set({ content: sql`${JSON.stringify(content)}::jsonb` })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

export async function removeImport(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'serviceImport', id);
}
