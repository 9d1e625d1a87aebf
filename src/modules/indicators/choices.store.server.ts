import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Choice } from './types.ts';

/** All SQL about which open indicators a partnership follows, and what it says about them. */

export type StoredChoice = Choice & { readonly updatedAt: Date };

/** The choices of the partnership; one by id when named. Dropped ones keep their note and are among them. */
export async function choices(tx: Tx, scope: ReadScope, id?: string): Promise<StoredChoice[]> {
  let select = tx
    .selectFrom('indicator_choice')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId);
  if (id !== undefined) select = select.where('id', '=', id);
  const rows = await select.orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    followed: row.followed,
    note: row.note,
    ownerRole: row.owner_role,
    baselinePeriod: row.baseline_period,
    target: row.target,
    targetBy: row.target_by,
    nextDue: row.next_due,
    version: row.version,
    updatedAt: row.updated_at
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
    const by = { updated_at: now, updated_by: scope.personId };
    await tx
      .insertInto('indicator_choice')
      .values({
        partnership_id: scope.partnershipId,
        id,
        followed,
        created_at: now,
        created_by: scope.personId,
        ...by
      })
      .onConflict((conflict) =>
        conflict
          .columns(['partnership_id', 'id'])
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
    .updateTable('indicator_choice')
    .set({
      note: choice.note,
      owner_role: choice.ownerRole,
      baseline_period: choice.baselinePeriod,
      target: choice.target,
      target_by: choice.targetBy,
      next_due: choice.nextDue,
      version: choice.version + 1,
      updated_at: now,
      updated_by: scope.personId
    })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', choice.id)
    .where('version', '=', choice.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}
