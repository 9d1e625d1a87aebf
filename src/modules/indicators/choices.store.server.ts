import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Choice } from './types.ts';

/** All SQL about which open indicators a partnership follows, and what it says about them. */

export type StoredChoice = Choice & { readonly updatedAt: Date };

/** The choices of the partnership; one by id when named. Dropped ones keep their note and are among them. */
export async function choices(tx: Tx, scope: ReadScope, id?: string): Promise<StoredChoice[]> {
  let select = tx
    .selectFrom('indicatorChoice')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId);
  if (id !== undefined) select = select.where('id', '=', id);
  const rows = await select.orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    followed: row.followed,
    note: row.note,
    ownerRole: row.ownerRole,
    baselinePeriod: row.baselinePeriod,
    target: row.target,
    targetBy: row.targetBy,
    nextDue: row.nextDue,
    version: row.version,
    updatedAt: row.updatedAt
  }));
}

/** Follows the indicators named, or drops them. */
export async function setFollowed(
  tx: Tx,
  scope: WriteScope,
  ids: readonly string[],
  followed: boolean,
  now: Date
): Promise<void> {
  for (const id of ids) {
    const by = { updatedAt: now, updatedBy: scope.personId };
    await tx
      .insertInto('indicatorChoice')
      .values({
        partnershipId: scope.partnershipId,
        id,
        followed,
        createdAt: now,
        createdBy: scope.personId,
        ...by
      })
      .onConflict((conflict) =>
        conflict
          .columns(['partnershipId', 'id'])
          .doUpdateSet({ followed, ...by })
          .where(sql`indicator_choice.followed`, '!=', followed)
      )
      .execute();
  }
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function saveChoice(
  tx: Tx,
  scope: WriteScope,
  choice: Omit<Choice, 'followed'>,
  now: Date
): Promise<number | null> {
  const row = await tx
    .updateTable('indicatorChoice')
    .set({
      note: choice.note,
      ownerRole: choice.ownerRole,
      baselinePeriod: choice.baselinePeriod,
      target: choice.target,
      targetBy: choice.targetBy,
      nextDue: choice.nextDue,
      version: choice.version + 1,
      updatedAt: now,
      updatedBy: scope.personId
    })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', choice.id)
    .where('version', '=', choice.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}
