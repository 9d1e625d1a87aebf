import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { TestId } from './types.ts';

/** All SQL about what was sent under an identifier of the sender's own. */

/** What a sending may make. */
export type MadeKind = 'test' | 'value';

export type Sending = {
  readonly sentBy: string | null;
  readonly contentHash: Buffer;
  /** What it made. */
  readonly test: TestId | null;
  readonly value: string | null;
};

/**
 * Notes that something is being sent; false when that identifier was sent before. A second sender waits here until the
 * first has finished.
 */
export async function beginSending(
  tx: Tx,
  scope: WriteScope,
  sending: { readonly id: string; readonly contentHash: Buffer; readonly now: Date }
): Promise<boolean> {
  const row = await tx
    .insertInto('sending')
    .values({
      partnership_id: scope.partnershipId,
      id: sending.id,
      sent_by: scope.personId,
      sent_at: sending.now,
      content_hash: sending.contentHash
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function endSending(
  tx: Tx,
  scope: WriteScope,
  id: string,
  made: { readonly [kind in MadeKind]?: string }
): Promise<void> {
  await tx
    .updateTable('sending')
    .set({ test_id: made.test ?? null, value_id: made.value ?? null })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}

export async function findSending(tx: Tx, scope: ReadScope, id: string): Promise<Sending | null> {
  const row = await tx
    .selectFrom('sending')
    .select(['sent_by', 'content_hash', 'test_id', 'value_id'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    sentBy: row.sent_by,
    contentHash: row.content_hash,
    test: row.test_id as TestId | null, // the column holds nothing else
    value: row.value_id
  };
}
