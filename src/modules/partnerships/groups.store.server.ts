import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import { sql } from 'kysely';
import type { GroupKind, GroupMember, WorkingGroup } from './types.ts';

/** All SQL about the groups through which a partnership works. */

export async function groups(tx: Tx, scope: ReadScope): Promise<WorkingGroup[]> {
  const rows = await tx
    .selectFrom('working_group')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy('position')
    .orderBy(sql`name collate "und-x-icu"`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind as GroupKind, // held by a check constraint
    purpose: row.purpose,
    remit: row.remit,
    members: row.members as GroupMember[], // written by the functions below alone
    seniorSponsor: row.senior_sponsor,
    leadOfficial: row.lead_official,
    reportsTo: row.reports_to,
    duration: row.duration,
    source: row.source,
    position: row.position,
    version: row.version
  }));
}

type GroupValues = Omit<WorkingGroup, 'id' | 'version'>;

function columns(group: GroupValues) {
  return {
    name: group.name,
    kind: group.kind,
    purpose: group.purpose,
    remit: group.remit,
    members: JSON.stringify(group.members),
    senior_sponsor: group.seniorSponsor,
    lead_official: group.leadOfficial,
    reports_to: [...group.reportsTo],
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
    .insertInto('working_group')
    .values({ partnership_id: scope.partnershipId, id, ...columns(group) })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'name']).doNothing())
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
  return saveVersion(tx, scope, 'working_group', { id, expected }, columns(group));
}
