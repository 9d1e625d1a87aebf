import type { Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import { permissionsOf } from '#platform/permissions';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { Partnership, PartnershipKind, Place, PlaceLink, Vision } from './types.ts';

/** All SQL about partnerships themselves, and with whom they plan. */

const partnershipColumns = [
  'partnership.id',
  'partnership.slug',
  'partnership.name',
  'partnership.kind',
  'partnership.areaCode',
  'partnership.nation',
  'partnership.spinePack',
  'partnership.madeUp',
  'partnership.demonstration',
  'partnership.collectionNote',
  'partnership.about',
  'partnership.vision',
  'partnership.version'
] as const;

/** The partnership at this address, if the person of the transaction is a member of it, and when they were last noted there. */
export async function findPlace(
  tx: Tx,
  slug: string,
  personId: PersonId
): Promise<{ place: Place; lastVisitAt: Date | null } | null> {
  const row = await tx
    .selectFrom('partnership')
    .innerJoin('membership', 'membership.partnershipId', 'partnership.id')
    .leftJoin('visit', (join) =>
      join
        .onRef('visit.partnershipId', '=', 'membership.partnershipId')
        .onRef('visit.personId', '=', 'membership.personId')
    )
    .select([...partnershipColumns, 'membership.role', 'visit.lastAt'])
    .where('partnership.slug', '=', slug)
    .where('membership.personId', '=', personId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { lastAt, ...place } = row;
  return { place: { ...place, permissions: permissionsOf(place.role) }, lastVisitAt: lastAt };
}

export function placesOf(tx: Tx, personId: PersonId): Promise<PlaceLink[]> {
  return tx
    .selectFrom('membership')
    .innerJoin('partnership', 'partnership.id', 'membership.partnershipId')
    .select([
      'partnership.slug',
      'partnership.name',
      'partnership.kind',
      'partnership.madeUp',
      'membership.role'
    ])
    .where('membership.personId', '=', personId)
    .orderBy(sql`partnership.name collate "und-x-icu"`)
    .execute();
}

export function getPartnership(tx: Tx, scope: ReadScope): Promise<Partnership> {
  return tx
    .selectFrom('partnership')
    .select(partnershipColumns)
    .where('id', '=', scope.partnershipId)
    .executeTakeFirstOrThrow();
}

/** The partnership at this address, for whoever runs the installation: only the owner's connection sees it. */
export async function findPartnershipAt(tx: Tx, slug: string): Promise<Partnership | null> {
  const row = await tx
    .selectFrom('partnership')
    .select(partnershipColumns)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ?? null;
}

/** Every partnership, for whoever runs the installation: only the owner's connection sees more than its own. */
export function allPartnerships(tx: Tx): Promise<Partnership[]> {
  return tx
    .selectFrom('partnership')
    .select(partnershipColumns)
    .orderBy(sql`partnership.name collate "und-x-icu"`)
    .execute();
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
    .selectFrom('collaborativeMember')
    .innerJoin('partnership', (join) =>
      join.on(
        sql<boolean>`partnership.id = case when collaborative_member.member_id = ${scope.partnershipId}::uuid
          then collaborative_member.partnership_id else collaborative_member.member_id end`
      )
    )
    .select(['partnership.name', 'partnership.kind', 'partnership.slug', 'partnership.areaCode'])
    .where((eb) =>
      eb.or([
        eb('collaborativeMember.partnershipId', '=', scope.partnershipId),
        eb('collaborativeMember.memberId', '=', scope.partnershipId)
      ])
    )
    .orderBy(sql`partnership.name collate "und-x-icu"`)
    .execute();
  return rows.map((row) => ({
    name: row.name,
    slug: row.slug,
    kind: row.kind,
    areaCode: row.areaCode
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
      areaCode: partnership.areaCode,
      nation: partnership.nation,
      spinePack: partnership.spinePack,
      madeUp: partnership.madeUp,
      demonstration: partnership.demonstration,
      collectionNote: partnership.collectionNote,
      about: partnership.about,
      vision: partnership.vision
    })
    .execute();
}

/** The vision as the partnership holds it now: its words, since when, by whom, and the role that looks after it. */
export async function visionOf(tx: Tx, scope: ReadScope): Promise<Vision> {
  return tx
    .selectFrom('partnership')
    .select([
      'vision as text',
      'visionAgreedOn as agreedOn',
      'visionAgreedBy as agreedBy',
      'visionOwner as owner'
    ])
    .where('id', '=', scope.partnershipId)
    .executeTakeFirstOrThrow();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export async function savePartnership(
  tx: Tx,
  scope: WriteScope,
  values: {
    name: string;
    about: string;
    vision: string;
    visionAgreedOn: string | null;
    visionAgreedBy: string;
    visionOwner: string;
  },
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
    .insertInto('collaborativeMember')
    .values({ partnershipId: collaborativeId, memberId })
    .onConflict((conflict) => conflict.columns(['partnershipId', 'memberId']).doNothing())
    .execute();
}
