import type { Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import { permissionsOf, type Role } from '#platform/permissions';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type {
  Change,
  Member,
  OpenInvitation,
  Partnership,
  PartnershipKind,
  PendingInvitation,
  Place,
  PlaceLink
} from './types.ts';

/** All SQL about partnerships, members, invitations and history. */

const partnershipColumns = [
  'partnership.id',
  'partnership.slug',
  'partnership.name',
  'partnership.kind',
  'partnership.area_code',
  'partnership.nation',
  'partnership.spine_pack',
  'partnership.made_up',
  'partnership.demonstration',
  'partnership.about',
  'partnership.vision',
  'partnership.version'
] as const;

type PartnershipRow = {
  id: string;
  slug: string;
  name: string;
  kind: string;
  area_code: string | null;
  nation: string;
  spine_pack: string;
  made_up: boolean;
  demonstration: boolean;
  about: string;
  vision: string;
  version: number;
};

function toPartnership(row: PartnershipRow): Partnership {
  return {
    id: row.id as PartnershipId, // the column holds nothing else
    slug: row.slug,
    name: row.name,
    kind: row.kind as PartnershipKind, // held by a check constraint
    areaCode: row.area_code,
    nation: row.nation,
    spinePack: row.spine_pack,
    madeUp: row.made_up,
    demonstration: row.demonstration,
    about: row.about,
    vision: row.vision,
    version: row.version
  };
}

/** The partnership at this address, if the person of the transaction is a member of it. */
export async function findPlace(tx: Tx, slug: string, personId: PersonId): Promise<Place | null> {
  const row = await tx
    .selectFrom('partnership')
    .innerJoin('membership', 'membership.partnership_id', 'partnership.id')
    .select([...partnershipColumns, 'membership.role'])
    .where('partnership.slug', '=', slug)
    .where('membership.person_id', '=', personId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const role = row.role as Role; // held by a check constraint
  return { ...toPartnership(row), role, permissions: permissionsOf(role) };
}

export async function placesOf(tx: Tx, personId: PersonId): Promise<PlaceLink[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('partnership', 'partnership.id', 'membership.partnership_id')
    .select([
      'partnership.slug',
      'partnership.name',
      'partnership.kind',
      'partnership.made_up',
      'membership.role'
    ])
    .where('membership.person_id', '=', personId)
    .orderBy(sql`partnership.name collate "und-x-icu"`)
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    kind: row.kind as PartnershipKind, // held by a check constraint
    madeUp: row.made_up,
    role: row.role as Role // held by a check constraint
  }));
}

export async function getPartnership(tx: Tx, scope: ReadScope): Promise<Partnership> {
  const row = await tx
    .selectFrom('partnership')
    .select(partnershipColumns)
    .where('id', '=', scope.partnershipId)
    .executeTakeFirstOrThrow();
  return toPartnership(row);
}

/** The partnership at this address, for whoever runs the installation: only the owner's connection sees it. */
export async function findPartnershipAt(tx: Tx, slug: string): Promise<Partnership | null> {
  const row = await tx
    .selectFrom('partnership')
    .select(partnershipColumns)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row === undefined ? null : toPartnership(row);
}

/** Every partnership, for whoever runs the installation: only the owner's connection sees more than its own. */
export async function allPartnerships(tx: Tx): Promise<Partnership[]> {
  const rows = await tx
    .selectFrom('partnership')
    .select(partnershipColumns)
    .orderBy(sql`partnership.name collate "und-x-icu"`)
    .execute();
  return rows.map(toPartnership);
}

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

/** The name of the partnership that the transaction is in. */
export async function nameOf(tx: Tx, id: PartnershipId): Promise<string> {
  const row = await tx
    .selectFrom('partnership')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.name;
}

/** The other partnerships that this one plans or learns with: its collaboratives, or a collaborative's members. */
export async function partnersOf(
  tx: Tx,
  scope: ReadScope
): Promise<{ name: string; kind: PartnershipKind; slug: string; areaCode: string | null }[]> {
  const rows = await tx
    .selectFrom('collaborative_member')
    .innerJoin('partnership', (join) =>
      join.on(
        sql<boolean>`partnership.id = case when collaborative_member.member_id = ${scope.partnershipId}::uuid
          then collaborative_member.partnership_id else collaborative_member.member_id end`
      )
    )
    .select(['partnership.name', 'partnership.kind', 'partnership.slug', 'partnership.area_code'])
    .orderBy(sql`partnership.name collate "und-x-icu"`)
    .execute();
  return rows.map((row) => ({
    name: row.name,
    slug: row.slug,
    kind: row.kind as PartnershipKind, // held by a check constraint
    areaCode: row.area_code
  }));
}

export async function addPartnership(tx: Tx, partnership: Partnership): Promise<void> {
  await tx
    .insertInto('partnership')
    .values({
      id: partnership.id,
      slug: partnership.slug,
      name: partnership.name,
      kind: partnership.kind,
      area_code: partnership.areaCode,
      nation: partnership.nation,
      spine_pack: partnership.spinePack,
      made_up: partnership.madeUp,
      demonstration: partnership.demonstration,
      about: partnership.about,
      vision: partnership.vision
    })
    .execute();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function savePartnership(
  tx: Tx,
  scope: WriteScope,
  values: { name: string; about: string; vision: string },
  expected: number
): Promise<number | null> {
  const row = await tx
    .updateTable('partnership')
    .set({ ...values, version: expected + 1 })
    .where('id', '=', scope.partnershipId)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
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

export async function addToCollaborative(
  tx: Tx,
  collaborativeId: PartnershipId,
  memberId: PartnershipId
): Promise<void> {
  await tx
    .insertInto('collaborative_member')
    .values({ partnership_id: collaborativeId, member_id: memberId })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'member_id']).doNothing())
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

export async function addInvitation(
  tx: Tx,
  scope: WriteScope,
  invitation: {
    id: string;
    email: string;
    role: Role;
    organisation: string;
    jobRole: string;
    tokenHash: Buffer;
    now: Date;
    expiresAt: Date;
  }
): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      partnership_id: scope.partnershipId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      organisation: invitation.organisation,
      job_role: invitation.jobRole,
      token_hash: invitation.tokenHash,
      invited_by: scope.personId,
      created_at: invitation.now,
      expires_at: invitation.expiresAt
    })
    .execute();
}

export async function pendingInvitations(
  tx: Tx,
  scope: ReadScope,
  now: Date
): Promise<PendingInvitation[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'expires_at'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role as Role, // written only through the schema of roles
    expiresAt: row.expires_at
  }));
}

export type StoredInvitation = Omit<OpenInvitation, 'partnershipName' | 'hasAccount'> & {
  readonly id: string;
  readonly partnershipId: PartnershipId;
  readonly organisation: string;
  readonly jobRole: string;
};

/** The unused invitation that a link opens. The transaction must carry the hash of the link's secret. */
export async function findInvitation(
  tx: Tx,
  tokenHash: Buffer,
  now: Date
): Promise<StoredInvitation | null> {
  const row = await tx
    .selectFrom('invitation')
    .select(['id', 'partnership_id', 'email', 'role', 'organisation', 'job_role'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    partnershipId: row.partnership_id as PartnershipId, // the column holds nothing else
    email: row.email,
    role: row.role as Role, // written only through the schema of roles
    organisation: row.organisation,
    jobRole: row.job_role
  };
}

/** Uses the invitation up. False when somebody used it a moment before. */
export async function useInvitation(
  tx: Tx,
  invitation: StoredInvitation,
  now: Date
): Promise<boolean> {
  const answer = await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('partnership_id', '=', invitation.partnershipId)
    .where('id', '=', invitation.id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

const changeColumns = [
  'change.at',
  'change.table_name',
  'change.record_id',
  'change.action',
  'change.before',
  'change.after',
  'person.name as by'
] as const;

/** The newest changes first, of one record or of the whole partnership. */
export async function changes(
  tx: Tx,
  scope: ReadScope,
  filter: { tableName?: string; recordId?: string; since?: Date; most: number }
): Promise<Change[]> {
  let select = tx
    .selectFrom('change')
    .leftJoin('person', 'person.id', 'change.person_id')
    .select(changeColumns)
    .where('change.partnership_id', '=', scope.partnershipId);
  if (filter.tableName !== undefined) {
    select = select.where('change.table_name', '=', filter.tableName);
  }
  if (filter.recordId !== undefined)
    select = select.where('change.record_id', '=', filter.recordId);
  if (filter.since !== undefined) select = select.where('change.at', '>', filter.since);
  const rows = await select.orderBy('change.id', 'desc').limit(filter.most).execute();
  return rows.map((row) => ({
    at: row.at,
    by: row.by ?? 'Cairn',
    tableName: row.table_name,
    recordId: row.record_id,
    action: row.action as Change['action'], // held by a check constraint
    before: row.before as Change['before'], // a row as JSON is always an object
    after: row.after as Change['after'] // a row as JSON is always an object
  }));
}
