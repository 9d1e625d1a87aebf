import type { Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import { permissionsOf, type Role } from '#platform/permissions';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { Partnership, PartnershipKind, Place, PlaceLink } from './types.ts';

/** All SQL about partnerships themselves, and with whom they plan. */

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
  'partnership.collection_note',
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
  collection_note: string;
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
    collectionNote: row.collection_note,
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
      collection_note: partnership.collectionNote,
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
