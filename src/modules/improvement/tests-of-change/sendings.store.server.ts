import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { TestId } from '../types.ts';

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
      partnershipId: scope.partnershipId,
      id: sending.id,
      sentBy: scope.personId,
      sentAt: sending.now,
      contentHash: sending.contentHash
    })
    .onConflict((conflict) => conflict.columns(['partnershipId', 'id']).doNothing())
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
    .set({ testId: made.test ?? null, valueId: made.value ?? null })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}

export async function findSending(tx: Tx, scope: ReadScope, id: string): Promise<Sending | null> {
  const row = await tx
    .selectFrom('sending')
    .select(['sentBy', 'contentHash', 'testId', 'valueId'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    sentBy: row.sentBy,
    contentHash: row.contentHash,
    test: row.testId,
    value: row.valueId
  };
}
