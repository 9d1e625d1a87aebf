import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { Role } from '#platform/permissions';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { workshopKind } from './workshop-kind.ts';
import type { ActorStakeholderKind, WorkshopStep } from './types.ts';

/** All SQL of workshops. What one person alone may see, row-level security says as well. */

export const workshops = records(workshopKind);

/** Somebody in a workshop. A guest has no scope: row-level security knows them by their key. */
export type InWorkshop = {
  readonly partnershipId: PartnershipId;
  readonly workshopId: string;
  readonly ringPersonId: string;
};

type Workshop = Pick<InWorkshop, 'partnershipId' | 'workshopId'>;

export const inWorkshop = ({ partnershipId }: ReadScope, workshopId: string): Workshop => ({
  partnershipId,
  workshopId
});

/**
 * Waits for whoever else writes in a workshop at this moment, until the transaction ends: no list and no dot arrives after it moved on. A lock
 * by name, since a guest may not hold a row.
 */
export async function waitForTurn(tx: Tx, workshopId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rings ${workshopId}`}, 0))`.execute(
    tx
  );
}

/** Whether a workshop is here, which is held against everybody else until the transaction ends. */
export async function holdWorkshop(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  await waitForTurn(tx, id);
  const row = await tx
    .selectFrom('ringWorkshop')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function addWorkshop(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Parameters<typeof workshops.add>[3],
  more: { readonly code: string; readonly stepAt: Date }
): Promise<void> {
  await workshops.add(tx, scope, id, { ...values, ...more, leaderId: scope.personId });
}

/** Moves a workshop on; the database refuses the way back. With its end the code goes. */
export async function moveTo(
  tx: Tx,
  scope: WriteScope,
  id: string,
  to: { readonly step: WorkshopStep; readonly stepAt: Date; readonly peopleCount?: number }
): Promise<void> {
  const hasEnded = to.step === 'frozen' || to.step === 'stopped';
  await tx
    .updateTable('ringWorkshop')
    .set((is) => ({ ...to, ...(hasEnded ? { code: null } : {}), version: is('version', '+', 1) }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}

export async function setLeader(
  tx: Tx,
  scope: WriteScope,
  id: string,
  leaderId: PersonId
): Promise<void> {
  await tx
    .updateTable('ringWorkshop')
    .set((is) => ({ leaderId, version: is('version', '+', 1) }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}

/** Members who may lead a workshop, by name. */
export async function leads(
  tx: Tx,
  scope: ReadScope
): Promise<{ personId: PersonId; name: string; role: Role }[]> {
  return tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['membership.personId', 'person.name', 'membership.role'])
    .where('membership.partnershipId', '=', scope.partnershipId)
    .where('membership.role', 'in', ['lead', 'coordinator'])
    .where('person.disabledAt', 'is', null)
    .orderBy(sql`person.name collate "und-x-icu"`)
    .execute();
}

/** Who takes part: members by their names, guests by what they call themselves. */
export async function people(
  tx: Tx,
  { partnershipId, workshopId }: Workshop
): Promise<{ id: string; personId: PersonId | null; name: string; hasPutAll: boolean }[]> {
  const rows = await tx
    .selectFrom('ringPerson')
    .leftJoin('person', 'person.id', 'ringPerson.personId')
    .select([
      'ringPerson.id',
      'ringPerson.personId',
      'ringPerson.called',
      'ringPerson.hasPutAll',
      'person.name'
    ])
    .where('ringPerson.partnershipId', '=', partnershipId)
    .where('ringPerson.workshopId', '=', workshopId)
    .orderBy('ringPerson.id')
    .execute();
  return rows.map(({ called, name, ...row }) => ({ ...row, name: name ?? called }));
}

/** Keeps whether somebody has no dot left. */
export async function keepHasPutAll(
  tx: Tx,
  { partnershipId, workshopId, ringPersonId }: InWorkshop,
  hasPutAll: boolean
): Promise<void> {
  await tx
    .updateTable('ringPerson')
    .set({ hasPutAll })
    .where('partnershipId', '=', partnershipId)
    .where('workshopId', '=', workshopId)
    .where('id', '=', ringPersonId)
    .where('hasPutAll', '<>', hasPutAll)
    .execute();
}

export async function addPerson(
  tx: Tx,
  { partnershipId, workshopId }: Workshop,
  person: {
    readonly id: string;
    readonly personId: PersonId | null;
    readonly called: string;
    readonly keyHash: Buffer | null;
  }
): Promise<void> {
  await tx
    .insertInto('ringPerson')
    .values({ ...person, partnershipId, workshopId })
    .execute();
}

type Note = {
  readonly id: string;
  readonly kind: ActorStakeholderKind;
  readonly name: string;
  readonly ringPersonId: string;
  readonly itemId: string | null;
};

/** The notes that this transaction may see: one’s own, and those of kinds that were shown. */
export async function notes(
  tx: Tx,
  { partnershipId, workshopId }: Workshop,
  ringPersonId?: string
): Promise<Note[]> {
  let select = tx
    .selectFrom('ringNote')
    .select(['id', 'kind', 'name', 'ringPersonId', 'itemId'])
    .where('partnershipId', '=', partnershipId)
    .where('workshopId', '=', workshopId);
  if (ringPersonId !== undefined) select = select.where('ringPersonId', '=', ringPersonId);
  return select
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .execute();
}

export async function addNotes(
  tx: Tx,
  { partnershipId, workshopId, ringPersonId }: InWorkshop,
  given: readonly {
    readonly id: string;
    readonly kind: ActorStakeholderKind;
    readonly name: string;
  }[]
): Promise<void> {
  await tx
    .insertInto('ringNote')
    .values(given.map((note) => ({ ...note, partnershipId, workshopId, ringPersonId })))
    .execute();
}

/** Takes a note of one’s own back; false where it is not one’s own, or was shown. */
export async function dropNote(
  tx: Tx,
  { partnershipId, workshopId, ringPersonId }: InWorkshop,
  id: string
): Promise<boolean> {
  const answer = await tx
    .deleteFrom('ringNote')
    .where('partnershipId', '=', partnershipId)
    .where('workshopId', '=', workshopId)
    .where('ringPersonId', '=', ringPersonId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numDeletedRows > 0n;
}

/** Ties notes to what stands on the sheet for them. */
export async function tieNotes(
  tx: Tx,
  { partnershipId, workshopId }: Workshop,
  itemId: string,
  which: { readonly ids: readonly string[] } | { readonly itemId: string }
): Promise<void> {
  const update = tx
    .updateTable('ringNote')
    .set({ itemId })
    .where('partnershipId', '=', partnershipId)
    .where('workshopId', '=', workshopId);
  await (
    'ids' in which ? update.where('id', 'in', which.ids) : update.where('itemId', '=', which.itemId)
  ).execute();
}

export type RingItem = {
  readonly id: string;
  readonly kind: ActorStakeholderKind;
  readonly name: string;
  readonly ring: number | null;
  readonly listedBy: number;
  readonly dots: number;
  readonly offReason: string;
};

/** What stands on the sheet, by name. */
export async function items(tx: Tx, { partnershipId, workshopId }: Workshop): Promise<RingItem[]> {
  return tx
    .selectFrom('ringItem')
    .select(['id', 'kind', 'name', 'ring', 'listedBy', 'dots', 'offReason'])
    .where('partnershipId', '=', partnershipId)
    .where('workshopId', '=', workshopId)
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .execute();
}

export async function addItems(
  tx: Tx,
  scope: WriteScope,
  workshopId: string,
  given: readonly Pick<RingItem, 'id' | 'kind' | 'name' | 'listedBy'>[]
): Promise<void> {
  const { partnershipId } = scope;
  await tx
    .insertInto('ringItem')
    .values(given.map((item) => ({ ...item, partnershipId, workshopId })))
    .execute();
}

export async function changeItem(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Partial<Pick<RingItem, 'ring' | 'listedBy' | 'dots' | 'offReason'>>
): Promise<void> {
  await tx
    .updateTable('ringItem')
    .set((is) => ({ ...values, version: is('version', '+', 1) }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}

export async function removeItem(tx: Tx, scope: WriteScope, id: string): Promise<void> {
  await tx
    .deleteFrom('ringItem')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}

/** The dots that this transaction may see, by what they are on: one’s own until the workshop is frozen. */
export async function dots(
  tx: Tx,
  { partnershipId, workshopId }: Workshop,
  ringPersonId?: string
): Promise<string[]> {
  let select = tx
    .selectFrom('ringDot')
    .select('itemId')
    .where('partnershipId', '=', partnershipId)
    .where('workshopId', '=', workshopId);
  if (ringPersonId !== undefined) select = select.where('ringPersonId', '=', ringPersonId);
  return (await select.execute()).map(({ itemId }) => itemId);
}

export async function putDot(
  tx: Tx,
  { partnershipId, workshopId, ringPersonId }: InWorkshop,
  itemId: string
): Promise<void> {
  await tx
    .insertInto('ringDot')
    .values({ partnershipId, workshopId, ringPersonId, itemId })
    .execute();
}

export async function takeDot(
  tx: Tx,
  { partnershipId, workshopId, ringPersonId }: InWorkshop,
  itemId: string
): Promise<void> {
  await tx
    .deleteFrom('ringDot')
    .where('partnershipId', '=', partnershipId)
    .where('workshopId', '=', workshopId)
    .where('ringPersonId', '=', ringPersonId)
    .where('itemId', '=', itemId)
    .execute();
}

/** Forgets who listed what, whose the dots were, and guests altogether. Members stay on the list of who took part. */
export async function forget(tx: Tx, scope: WriteScope, workshopId: string): Promise<void> {
  const { partnershipId } = scope;
  for (const table of ['ringDot', 'ringNote'] as const) {
    await tx
      .deleteFrom(table)
      .where('partnershipId', '=', partnershipId)
      .where('workshopId', '=', workshopId)
      .execute();
  }
  await tx
    .deleteFrom('ringPerson')
    .where('partnershipId', '=', partnershipId)
    .where('workshopId', '=', workshopId)
    .where('personId', 'is', null)
    .execute();
}

/** What a guest is shown of a workshop. */
export type GuestWorkshop = {
  readonly partnershipId: PartnershipId;
  readonly id: string;
  readonly title: string;
  readonly focus: string;
  readonly step: WorkshopStep;
  readonly stepAt: Date;
  readonly minutesAlone: number | null;
  readonly dotsEach: number;
};

const forGuests = [
  'partnershipId',
  'id',
  'title',
  'focus',
  'step',
  'stepAt',
  'minutesAlone',
  'dotsEach'
] as const;

/** The workshop whose code this is, for anybody. It takes no scope on purpose: row-level security shows that workshop and nothing else. */
export async function findByCode(tx: Tx, code: string): Promise<GuestWorkshop | null> {
  const row = await tx
    .selectFrom('ringWorkshop')
    .select(forGuests)
    .where('code', '=', code)
    .executeTakeFirst();
  return row ?? null;
}

/** The workshop in which the guest of this key takes part, and as whom; as `findByCode`. */
export async function findByKey(
  tx: Tx,
  keyHash: Buffer
): Promise<{
  readonly workshop: GuestWorkshop;
  readonly ringPersonId: string;
  readonly called: string;
} | null> {
  const person = await tx
    .selectFrom('ringPerson')
    .select(['partnershipId', 'workshopId', 'id', 'called'])
    .where('keyHash', '=', keyHash)
    .executeTakeFirst();
  if (person === undefined) return null;
  const workshop = await tx
    .selectFrom('ringWorkshop')
    .select(forGuests)
    .where('partnershipId', '=', person.partnershipId)
    .where('id', '=', person.workshopId)
    .executeTakeFirstOrThrow();
  return { workshop, ringPersonId: person.id, called: person.called };
}
