import type { ChangeIdeaId, TestId } from '#modules/improvement';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow, saveVersion } from '#platform/saving';
import type { SessionId, Takeaway, TakeawayId } from './types.ts';

/** All SQL about what was taken back from sessions, and the tests that followed. */

function select(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('session_takeaway')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toTakeaway(row: Row): Takeaway {
  return {
    id: row.id as TakeawayId, // the column holds nothing else
    sessionId: row.session_id as SessionId, // likewise
    noticed: row.noticed,
    fromPlace: row.from_place,
    noticedBy: row.noticed_by,
    factorIds: row.factor_ids as FactorId[], // checked against the spine when saved
    idea: row.idea,
    changeIdeaId: row.change_idea_id as ChangeIdeaId | null, // the column holds nothing else
    ownerRole: row.owner_role,
    status: row.status as Takeaway['status'], // held by a check constraint
    setAsideWhy: row.set_aside_why,
    createdAt: row.created_at,
    version: row.version
  };
}

/** What was taken back, of one session or of all, in the order in which it was written down. */
export async function takeaways(
  tx: Tx,
  scope: ReadScope,
  sessionId?: SessionId
): Promise<Takeaway[]> {
  let rows = select(tx, scope);
  if (sessionId !== undefined) rows = rows.where('session_id', '=', sessionId);
  return (await rows.orderBy('created_at').orderBy('id').execute()).map(toTakeaway);
}

export async function findTakeaway(tx: Tx, scope: ReadScope, id: string): Promise<Takeaway | null> {
  const row = await select(tx, scope).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toTakeaway(row);
}

export type TakeawayParts = Pick<
  Takeaway,
  'noticed' | 'fromPlace' | 'noticedBy' | 'factorIds' | 'idea' | 'changeIdeaId' | 'ownerRole'
>;

function columns(parts: TakeawayParts) {
  return {
    noticed: parts.noticed,
    from_place: parts.fromPlace,
    noticed_by: parts.noticedBy,
    factor_ids: [...parts.factorIds],
    idea: parts.idea,
    change_idea_id: parts.changeIdeaId,
    owner_role: parts.ownerRole
  };
}

export async function addTakeaway(
  tx: Tx,
  scope: WriteScope,
  takeaway: TakeawayParts & Pick<Takeaway, 'id' | 'sessionId'>
): Promise<void> {
  await tx
    .insertInto('session_takeaway')
    .values({
      partnership_id: scope.partnershipId,
      id: takeaway.id,
      session_id: takeaway.sessionId,
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
  return saveVersion(tx, scope, 'session_takeaway', { id, expected }, columns(parts));
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
    'session_takeaway',
    { id, expected },
    { status: standing.status, set_aside_why: standing.setAsideWhy }
  );
}

export async function removeTakeaway(tx: Tx, scope: WriteScope, id: TakeawayId): Promise<boolean> {
  return removeRow(tx, scope, 'session_takeaway', id);
}

/** Which tests followed from what was taken back, in the order in which they were tied to it. */
export async function linkedTests(
  tx: Tx,
  scope: ReadScope
): Promise<{ id: string; takeawayId: TakeawayId; testId: TestId }[]> {
  const rows = await tx
    .selectFrom('takeaway_test')
    .select(['id', 'takeaway_id', 'test_id'])
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    takeawayId: row.takeaway_id as TakeawayId, // the column holds nothing else
    testId: row.test_id as TestId // likewise
  }));
}

/** False when the two are tied already. */
export async function linkTest(
  tx: Tx,
  scope: WriteScope,
  link: { readonly id: string; readonly takeawayId: TakeawayId; readonly testId: TestId }
): Promise<boolean> {
  const answer = await tx
    .insertInto('takeaway_test')
    .values({
      partnership_id: scope.partnershipId,
      id: link.id,
      takeaway_id: link.takeawayId,
      test_id: link.testId
    })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'takeaway_id', 'test_id']).doNothing()
    )
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function unlinkTest(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'takeaway_test', id);
}
