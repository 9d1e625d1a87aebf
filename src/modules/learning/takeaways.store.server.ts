import type { TestId } from '#modules/improvement';
import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { removeRow, saveVersion } from '#platform/saving';
import type { SessionId, Takeaway, TakeawayId } from './types.ts';

/** All SQL about what was taken back from sessions, and the tests that followed. */

function select(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('sessionTakeaway')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId);
}

const toTakeaway = without('partnershipId');

/** What was taken back, of one session or of all, in the order in which it was written down. */
export async function takeaways(
  tx: Tx,
  scope: ReadScope,
  sessionId?: SessionId
): Promise<Takeaway[]> {
  let rows = select(tx, scope);
  if (sessionId !== undefined) rows = rows.where('sessionId', '=', sessionId);
  return (await rows.orderBy('createdAt').orderBy('id').execute()).map(toTakeaway);
}

export async function findTakeaway(tx: Tx, scope: ReadScope, id: string): Promise<Takeaway | null> {
  const row = await select(tx, scope).where('id', '=', sought<TakeawayId>(id)).executeTakeFirst();
  return row === undefined ? null : toTakeaway(row);
}

export type TakeawayParts = Pick<
  Takeaway,
  'noticed' | 'fromPlace' | 'noticedBy' | 'factorIds' | 'idea' | 'changeIdeaId' | 'ownerRole'
>;

function columns(parts: TakeawayParts) {
  return {
    noticed: parts.noticed,
    fromPlace: parts.fromPlace,
    noticedBy: parts.noticedBy,
    factorIds: parts.factorIds,
    idea: parts.idea,
    changeIdeaId: parts.changeIdeaId,
    ownerRole: parts.ownerRole
  };
}

export async function addTakeaway(
  tx: Tx,
  scope: WriteScope,
  takeaway: TakeawayParts & Pick<Takeaway, 'id' | 'sessionId'>
): Promise<void> {
  await tx
    .insertInto('sessionTakeaway')
    .values({
      partnershipId: scope.partnershipId,
      id: takeaway.id,
      sessionId: takeaway.sessionId,
      ...columns(takeaway)
    })
    .execute();
}

/** Each saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveTakeaway(
  tx: Tx,
  scope: WriteScope,
  id: TakeawayId,
  parts: TakeawayParts,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'sessionTakeaway', { id, expected }, columns(parts));
}

export async function saveStanding(
  tx: Tx,
  scope: WriteScope,
  id: TakeawayId,
  standing: Pick<Takeaway, 'status' | 'setAsideWhy'>,
  expected: number
): Promise<number | null> {
  return saveVersion(
    tx,
    scope,
    'sessionTakeaway',
    { id, expected },
    { status: standing.status, setAsideWhy: standing.setAsideWhy }
  );
}

export async function removeTakeaway(tx: Tx, scope: WriteScope, id: TakeawayId): Promise<boolean> {
  return removeRow(tx, scope, 'sessionTakeaway', id);
}

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
