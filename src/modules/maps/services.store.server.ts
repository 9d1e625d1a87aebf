import type { Tx } from '#platform/database';
import { sought, type PersonId } from '#platform/ids';
import { mayDo } from '#platform/permissions';
import type { DB } from '#platform/schema';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { saveVersion } from '#platform/saving';
import { sql, type Selectable } from 'kysely';
import { rowsAtATime, serviceOrder } from './service-rows.store.server.ts';
import { tiesOf } from './ties.store.server.ts';
import type { Service, ServiceDetails, ServiceId } from './types.ts';

/** All SQL about the records of services: one, all, and saving them. */

const serviceOf = without('partnershipId');

/** Rows as services, each with its ties. */
export async function withTies(
  tx: Tx,
  scope: ReadScope,
  rows: readonly Selectable<DB['service']>[]
): Promise<Service[]> {
  if (rows.length === 0) return [];
  const ties = await tiesOf(
    tx,
    scope,
    rows.map(({ id }) => id)
  );
  return rows.map((row) => ({
    ...serviceOf(row),
    factors: ties.get(row.id) ?? []
  }));
}

/** Every service, ended ones too. */
export async function everyService(tx: Tx, scope: ReadScope): Promise<Service[]> {
  const rows = await tx
    .selectFrom('service')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy(serviceOrder)
    .orderBy('id')
    .execute();
  return withTies(tx, scope, rows);
}

export async function findService(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<Service | undefined> {
  const rows = await tx
    .selectFrom('service')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<ServiceId>(id))
    .execute();
  return (await withTies(tx, scope, rows))[0];
}

/** The names of a few services, by their ids. */
export async function serviceNames(
  tx: Tx,
  scope: ReadScope,
  ids: readonly string[]
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('service')
    .select(['id', 'name'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', 'in', ids.map(sought<ServiceId>))
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** How many services on offer name each organisation, as it is written with them. */
export function countsByOrganisation(
  tx: Tx,
  scope: ReadScope
): Promise<{ organisation: string; services: number }[]> {
  return tx
    .selectFrom('service')
    .where('partnershipId', '=', scope.partnershipId)
    .where('status', '=', 'active')
    .where('organisation', '<>', '')
    .groupBy('organisation')
    .select((eb) => ['organisation', eb.fn.countAll<number>().as('services')])
    .execute();
}

/** The members whose role may list services, by name. */
export async function thoseWhoMayList(
  tx: Tx,
  scope: ReadScope
): Promise<{ personId: PersonId; name: string; organisation: string }[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['membership.personId', 'membership.role', 'person.name', 'membership.organisation'])
    .where('membership.partnershipId', '=', scope.partnershipId)
    .where('person.disabledAt', 'is', null)
    .orderBy(sql`person.name collate "und-x-icu"`)
    .execute();
  return rows
    .filter(({ role }) => mayDo(role, 'services:edit'))
    .map(({ personId, name, organisation }) => ({ personId, name, organisation }));
}

/** How many services there are here: active and ended. */
export async function countServices(
  tx: Tx,
  scope: ReadScope
): Promise<{ active: number; ended: number }> {
  const rows = await tx
    .selectFrom('service')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .where('partnershipId', '=', scope.partnershipId)
    .groupBy('status')
    .execute();
  const count = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
  return { active: count('active'), ended: count('ended') };
}

/** Whether another service has this ID of a spreadsheet. */
export async function hasExternalId(
  tx: Tx,
  scope: ReadScope,
  externalId: string,
  except: string | null
): Promise<boolean> {
  const row = await tx
    .selectFrom('service')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('externalId', '=', externalId)
    .executeTakeFirst();
  return row !== undefined && row.id !== except;
}

export type StoredDetails = ServiceDetails & { readonly id: string };

function columnsOf(details: ServiceDetails) {
  return {
    name: details.name,
    organisation: details.organisation,
    description: details.description,
    type: details.type,
    tags: details.tags,
    url: details.url,
    ages: details.ages,
    address: details.address,
    longitude: details.longitude,
    latitude: details.latitude,
    stage: details.stage,
    whoFor: details.whoFor,
    times: details.times,
    costs: details.costs,
    access: details.access,
    externalId: details.externalId,
    source: details.source,
    sourceDate: details.sourceDate
  };
}

export async function addServices(
  tx: Tx,
  scope: WriteScope,
  services: readonly StoredDetails[]
): Promise<void> {
  for (let start = 0; start < services.length; start += rowsAtATime) {
    await tx
      .insertInto('service')
      .values(
        services.slice(start, start + rowsAtATime).map((one) => ({
          partnershipId: scope.partnershipId,
          id: one.id,
          ...columnsOf(one)
        }))
      )
      .execute();
  }
}

/** Saves an edit; null when somebody else saved first, or there is no such service. */
export async function saveService(
  tx: Tx,
  scope: WriteScope,
  service: StoredDetails,
  expected: number
): Promise<number | null> {
  const columns = { ...columnsOf(service), updatedAt: sql<Date>`current_moment()` };
  return saveVersion(tx, scope, 'service', { id: service.id, expected }, columns);
}

/** Saves many at once, whatever their versions: for imports, which have looked at them in the same transaction. */
export async function saveServices(
  tx: Tx,
  scope: WriteScope,
  services: readonly StoredDetails[]
): Promise<void> {
  if (services.length === 0) return;
  const rows = services.map((one) => ({
    ...one,
    who_for: one.whoFor,
    external_id: one.externalId,
    source_date: one.sourceDate
  }));
  await sql`
    update service set
      name = given.name, organisation = given.organisation, description = given.description,
      type = given.type, tags = given.tags, url = given.url, ages = given.ages,
      address = given.address, longitude = given.longitude, latitude = given.latitude,
      stage = given.stage, who_for = given.who_for, times = given.times, costs = given.costs,
      access = given.access, external_id = given.external_id, source = given.source,
      source_date = given.source_date, version = service.version + 1, updated_at = current_moment()
    from jsonb_populate_recordset(null::service, ${JSON.stringify(rows)}::jsonb) as given
    where service.partnership_id = ${scope.partnershipId} and service.id = given.id`.execute(tx);
}

export async function setStatus(
  tx: Tx,
  scope: WriteScope,
  id: string,
  status: 'active' | 'ended'
): Promise<boolean> {
  const answer = await tx
    .updateTable('service')
    .set((eb) => ({
      status,
      version: eb('version', '+', 1),
      updatedAt: sql<Date>`current_moment()`
    }))
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<ServiceId>(id))
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
