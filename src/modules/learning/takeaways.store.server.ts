import type { TestId } from '#modules/improvement';
import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow } from '#platform/saving';
import { takeawayKind } from './kinds.ts';
import type { TakeawayId } from './types.ts';

/** All SQL about what was taken back from sessions, and the tests that followed. */

export const takeaways = records(takeawayKind);

/** Which tests followed from what was taken back, in the order in which they were tied to it. */
export async function linkedTests(
  tx: Tx,
  scope: ReadScope
): Promise<{ id: string; takeawayId: TakeawayId; testId: TestId }[]> {
  return tx
    .selectFrom('takeawayTest')
    .select(['id', 'takeawayId', 'testId'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** False when the two are tied already. */
export async function linkTest(
  tx: Tx,
  scope: WriteScope,
  link: { readonly id: string; readonly takeawayId: TakeawayId; readonly testId: TestId }
): Promise<boolean> {
  const answer = await tx
    .insertInto('takeawayTest')
    .values({
      partnershipId: scope.partnershipId,
      id: link.id,
      takeawayId: link.takeawayId,
      testId: link.testId
    })
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'takeawayId', 'testId']).doNothing()
    )
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function unlinkTest(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'takeawayTest', id);
}
