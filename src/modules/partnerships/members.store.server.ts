import type { Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { Role } from '#platform/permissions';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { Member } from './types.ts';

/** All SQL about who belongs to a partnership, in which role, and when they were last here. */

export async function isMember(
  tx: Tx,
  partnershipId: PartnershipId,
  personId: PersonId
): Promise<boolean> {
  const row = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
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
    .select('person_id')
    .where('partnership_id', '=', partnershipId)
    .where('role', '=', 'coordinator')
    .orderBy('joined_at')
    .orderBy('person_id')
    .executeTakeFirst();
  return row === undefined ? null : (row.person_id as PersonId); // the column holds nothing else
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
      partnership_id: membership.partnershipId,
      person_id: membership.personId,
      role: membership.role,
      organisation: membership.organisation,
      job_role: membership.jobRole
    })
    .execute();
}

export async function members(tx: Tx, scope: ReadScope): Promise<Member[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('visit', (join) =>
      join
        .onRef('visit.partnership_id', '=', 'membership.partnership_id')
        .onRef('visit.person_id', '=', 'membership.person_id')
    )
    .select([
      'person.id',
      'person.name',
      'person.email',
      'membership.role',
      'membership.organisation',
      'membership.job_role',
      'membership.joined_at',
      'membership.version',
      'visit.last_at'
    ])
    .where('membership.partnership_id', '=', scope.partnershipId)
    .orderBy(sql`person.name collate "und-x-icu"`)
    .execute();
  return rows.map((row) => ({
    personId: row.id as PersonId, // the column holds nothing else
    name: row.name,
    email: row.email,
    role: row.role as Role, // held by a check constraint
    organisation: row.organisation,
    jobRole: row.job_role,
    joinedAt: row.joined_at,
    lastVisitAt: row.last_at,
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
      job_role: member.jobRole,
      version: expected + 1
    })
    .where('partnership_id', '=', scope.partnershipId)
    .where('person_id', '=', member.personId)
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
    .where('partnership_id', '=', scope.partnershipId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}

/** Notes a visit, and when the one before it was: "since your last visit" counts from there. */
export async function noteVisit(
  tx: Tx,
  scope: WriteScope,
  visit: { now: Date; previous: Date | null }
): Promise<void> {
  const values = { last_at: visit.now, previous_at: visit.previous };
  await tx
    .insertInto('visit')
    .values({ partnership_id: scope.partnershipId, person_id: scope.personId, ...values })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'person_id']).doUpdateSet(values))
    .execute();
}

export async function visitOf(
  tx: Tx,
  scope: ReadScope
): Promise<{ last: Date | null; previous: Date | null }> {
  const row = await tx
    .selectFrom('visit')
    .select(['last_at', 'previous_at'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('person_id', '=', scope.personId)
    .executeTakeFirst();
  return { last: row?.last_at ?? null, previous: row?.previous_at ?? null };
}
