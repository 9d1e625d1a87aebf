import type { Tx } from '#platform/database';
import { sought, type PartnershipId, type PersonId } from '#platform/ids';
import type { Role } from '#platform/permissions';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { Member } from './types.ts';

/** All SQL about who belongs to a partnership, and in which role. */

export async function isMember(
  tx: Tx,
  partnershipId: PartnershipId,
  personId: PersonId
): Promise<boolean> {
  const row = await tx
    .selectFrom('membership')
    .select('personId')
    .where('partnershipId', '=', partnershipId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever has been coordinator longest. */
export async function findCoordinator(
  tx: Tx,
  partnershipId: PartnershipId
): Promise<PersonId | null> {
  const row = await tx
    .selectFrom('membership')
    .select('personId')
    .where('partnershipId', '=', partnershipId)
    .where('role', '=', 'coordinator')
    .orderBy('joinedAt')
    .orderBy('personId')
    .executeTakeFirst();
  return row === undefined ? null : row.personId;
}

export async function addMembership(
  tx: Tx,
  membership: {
    partnershipId: PartnershipId;
    personId: PersonId;
    role: Role;
    organisation: string;
    jobRole: string;
  }
): Promise<void> {
  await tx
    .insertInto('membership')
    .values({
      partnershipId: membership.partnershipId,
      personId: membership.personId,
      role: membership.role,
      organisation: membership.organisation,
      jobRole: membership.jobRole
    })
    .execute();
}

export async function members(tx: Tx, scope: ReadScope): Promise<Member[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .leftJoin('visit', (join) =>
      join
        .onRef('visit.partnershipId', '=', 'membership.partnershipId')
        .onRef('visit.personId', '=', 'membership.personId')
    )
    .select([
      'person.id',
      'person.name',
      'person.email',
      'membership.role',
      'membership.organisation',
      'membership.jobRole',
      'membership.joinedAt',
      'membership.version',
      'visit.lastAt'
    ])
    .where('membership.partnershipId', '=', scope.partnershipId)
    .orderBy(sql`person.name collate "und-x-icu"`)
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    organisation: row.organisation,
    jobRole: row.jobRole,
    joinedAt: row.joinedAt,
    lastVisitAt: row.lastAt,
    version: row.version
  }));
}

export async function saveMembership(
  tx: Tx,
  scope: WriteScope,
  member: { personId: string; role: Role; organisation: string; jobRole: string },
  expected: number
): Promise<number | null> {
  const row = await tx
    .updateTable('membership')
    .set({
      role: member.role,
      organisation: member.organisation,
      jobRole: member.jobRole,
      version: expected + 1
    })
    .where('partnershipId', '=', scope.partnershipId)
    .where('personId', '=', sought<PersonId>(member.personId))
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function removeMembership(
  tx: Tx,
  scope: WriteScope,
  personId: string
): Promise<boolean> {
  const answer = await tx
    .deleteFrom('membership')
    .where('partnershipId', '=', scope.partnershipId)
    .where('personId', '=', sought<PersonId>(personId))
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}
