import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { WorkingGroup } from './types.ts';

/** All SQL about the groups through which a partnership works. */

export async function groups(tx: Tx, scope: ReadScope): Promise<WorkingGroup[]> {
  const rows = await tx
    .selectFrom('workingGroup')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('position')
    .orderBy(sql`name collate "und-x-icu"`)
    .execute();
  return rows.map(without('partnershipId'));
}

type GroupValues = Omit<WorkingGroup, 'id' | 'version'>;

function columns(group: GroupValues) {
  return {
    name: group.name,
    kind: group.kind,
    purpose: group.purpose,
    remit: group.remit,
    members: JSON.stringify(group.members),
    seniorSponsor: group.seniorSponsor,
    leadOfficial: group.leadOfficial,
    reportsTo: group.reportsTo,
    duration: group.duration,
    source: group.source,
    position: group.position
  };
}

/** False when the partnership has a group of this name. */
export async function addGroup(
  tx: Tx,
  scope: WriteScope,
  id: string,
  group: GroupValues
): Promise<boolean> {
  const answer = await tx
    .insertInto('workingGroup')
    .values({ partnershipId: scope.partnershipId, id, ...columns(group) })
    .onConflict((conflict) => conflict.columns(['partnershipId', 'name']).doNothing())
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function saveGroup(
  tx: Tx,
  scope: WriteScope,
  id: string,
  group: GroupValues,
  expected: number
): Promise<number | null> {
  return saveVersion(tx, scope, 'workingGroup', { id, expected }, columns(group));
}
