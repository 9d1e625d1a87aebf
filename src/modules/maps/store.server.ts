import type { AgeId, FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { DB } from '#platform/schema';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type Selectable,
  type SqlBool
} from 'kysely';
import type { ServiceFilter } from './schema.ts';
import type { FactorTie, Service, ServiceDetails, ServiceId, Stage } from './types.ts';

/** How many services one page of the list shows. */
export const servicesAPage = 50;

/** Filters that stand for "none at all". */
export const noneAtAll = 'none';

function serviceOf(row: Selectable<DB['service']>, factors: readonly FactorTie[]): Service {
  return {
    id: row.id as ServiceId, // the column holds nothing else
    name: row.name,
    organisation: row.organisation,
    description: row.description,
    type: row.type,
    tags: row.tags,
    url: row.url,
    ages: row.ages as AgeId[], // checked against the spine when they were saved
    address: row.address,
    longitude: row.longitude,
    latitude: row.latitude,
    stage: row.stage as Stage | null, // a check constraint holds the column to these
    externalId: row.external_id,
    source: row.source,
    sourceDate: row.source_date,
    status: row.status === 'ended' ? 'ended' : 'active',
    updatedAt: row.updated_at,
    version: row.version,
    factors
  };
}

const byName = sql`name collate "und-x-icu"`;

/** Text that `ilike` finds as it is written. */
const asWritten = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function matches(eb: ExpressionBuilder<DB, 'service'>, scope: ReadScope, filter: ServiceFilter) {
  const all: Expression<SqlBool>[] = [
    eb('service.partnership_id', '=', scope.partnershipId),
    eb('service.status', '=', filter.status)
  ];
  for (const word of filter.q.split(/\s+/).filter((one) => one !== '')) {
    const like = `%${asWritten(word)}%`;
    all.push(
      eb.or([
        eb('service.name', 'ilike', like),
        eb('service.organisation', 'ilike', like),
        eb('service.description', 'ilike', like),
        sql<SqlBool>`array_to_string(service.tags || service.type, ' ') ilike ${like}`
      ])
    );
  }
  if (filter.organisation !== '') all.push(eb('service.organisation', '=', filter.organisation));
  if (filter.stage === noneAtAll) all.push(eb('service.stage', 'is', null));
  else if (filter.stage !== '') all.push(eb('service.stage', '=', filter.stage));
  if (filter.tag !== '') {
    all.push(sql<SqlBool>`(${filter.tag} = any(service.tags) or service.type = ${filter.tag})`);
  }
  if (filter.age !== '') all.push(sql<SqlBool>`${filter.age} = any(service.ages)`);
  if (filter.factor !== '') {
    const ties = eb
      .selectFrom('service_factor')
      .select('service_factor.factor')
      .whereRef('service_factor.partnership_id', '=', 'service.partnership_id')
      .whereRef('service_factor.service_id', '=', 'service.id');
    all.push(
      filter.factor === noneAtAll
        ? eb.not(eb.exists(ties))
        : eb.exists(ties.where('service_factor.factor', '=', filter.factor))
    );
  }
  return eb.and(all);
}

/** One page of the services that match, by name, and how many match in all. */
export async function findServices(
  tx: Tx,
  scope: ReadScope,
  filter: ServiceFilter
): Promise<{ services: Service[]; total: number }> {
  const { total } = await tx
    .selectFrom('service')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where((eb) => matches(eb, scope, filter))
    .executeTakeFirstOrThrow();
  const rows = await tx
    .selectFrom('service')
    .selectAll()
    .where((eb) => matches(eb, scope, filter))
    .orderBy(byName)
    .orderBy('id')
    .limit(servicesAPage)
    .offset((filter.page - 1) * servicesAPage)
    .execute();
  return { services: await withTies(tx, scope, rows), total };
}

/** Every service that matches, whatever its page: for files to take away. */
export async function allServices(
  tx: Tx,
  scope: ReadScope,
  filter: ServiceFilter
): Promise<Service[]> {
  const rows = await tx
    .selectFrom('service')
    .selectAll()
    .where((eb) => matches(eb, scope, filter))
    .orderBy(byName)
    .orderBy('id')
    .execute();
  return withTies(tx, scope, rows);
}

/** Every service, ended ones too. */
export async function everyService(tx: Tx, scope: ReadScope): Promise<Service[]> {
  const rows = await tx
    .selectFrom('service')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .orderBy(byName)
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
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
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
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function withTies(
  tx: Tx,
  scope: ReadScope,
  rows: readonly Selectable<DB['service']>[]
): Promise<Service[]> {
  if (rows.length === 0) return [];
  const ties = await tx
    .selectFrom('service_factor')
    .select(['service_id', 'factor', 'reason'])
    .where('partnership_id', '=', scope.partnershipId)
    .where(sql<SqlBool>`service_id = any(${rows.map((row) => row.id)}::uuid[])`)
    .orderBy('factor')
    .execute();
  const byService = new Map<string, FactorTie[]>();
  for (const tie of ties) {
    const own = byService.get(tie.service_id) ?? [];
    own.push({ factor: tie.factor as FactorId, reason: tie.reason }); // checked against the spine when it was saved
    byService.set(tie.service_id, own);
  }
  return rows.map((row) => serviceOf(row, byService.get(row.id) ?? []));
}

/** What the filters offer: organisations, tags and types in use, each once. */
export async function wordsInUse(
  tx: Tx,
  scope: ReadScope
): Promise<{ organisations: string[]; tags: string[] }> {
  const organisations = await sql<{ word: string }>`
    select word from (
      select distinct organisation as word from service
      where partnership_id = ${scope.partnershipId} and organisation <> ''
    ) as found order by word collate "und-x-icu"`.execute(tx);
  const tags = await sql<{ word: string }>`
    select word from (
      select unnest(tags) as word from service where partnership_id = ${scope.partnershipId}
      union
      select type from service where partnership_id = ${scope.partnershipId} and type <> ''
    ) as found order by word collate "und-x-icu"`.execute(tx);
  return {
    organisations: organisations.rows.map((row) => row.word),
    tags: tags.rows.map((row) => row.word)
  };
}

/** How many services there are here: active and ended. */
export async function countServices(
  tx: Tx,
  scope: ReadScope
): Promise<{ active: number; ended: number }> {
  const rows = await tx
    .selectFrom('service')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .where('partnership_id', '=', scope.partnershipId)
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
    .where('partnership_id', '=', scope.partnershipId)
    .where('external_id', '=', externalId)
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
    tags: [...details.tags],
    url: details.url,
    ages: [...details.ages],
    address: details.address,
    longitude: details.longitude,
    latitude: details.latitude,
    stage: details.stage,
    external_id: details.externalId,
    source: details.source,
    source_date: details.sourceDate
  };
}

/** So many rows of 16 columns stay well below the 65,535 parameters of one statement. */
const rowsAtATime = 1000;

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
          partnership_id: scope.partnershipId,
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
  const columns = { ...columnsOf(service), updated_at: sql<Date>`current_moment()` };
  return saveVersion(tx, scope, 'service', { id: service.id, expected }, columns);
}

/** Saves many at once, whatever their versions: for imports, which have looked at them in the same transaction. */
export async function saveServices(
  tx: Tx,
  scope: WriteScope,
  services: readonly StoredDetails[]
): Promise<void> {
  if (services.length === 0) return;
  const rows = services.map((one) => ({ id: one.id, ...columnsOf(one) }));
  await sql`
    update service set
      name = given.name, organisation = given.organisation, description = given.description,
      type = given.type, tags = given.tags, url = given.url, ages = given.ages,
      address = given.address, longitude = given.longitude, latitude = given.latitude,
      stage = given.stage, external_id = given.external_id, source = given.source,
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
      updated_at: sql<Date>`current_moment()`
    }))
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

export type StoredTie = FactorTie & { readonly serviceId: string };

/** Ties services to factors; a tie that is there gets the new reason. */
export async function saveTies(
  tx: Tx,
  scope: WriteScope,
  ties: readonly StoredTie[]
): Promise<void> {
  for (let start = 0; start < ties.length; start += rowsAtATime) {
    await tx
      .insertInto('service_factor')
      .values(
        ties.slice(start, start + rowsAtATime).map((tie) => ({
          partnership_id: scope.partnershipId,
          service_id: tie.serviceId,
          factor: tie.factor,
          reason: tie.reason
        }))
      )
      .onConflict((conflict) =>
        conflict
          .columns(['partnership_id', 'service_id', 'factor'])
          .doUpdateSet((eb) => ({ reason: eb.ref('excluded.reason') }))
      )
      .execute();
  }
}

export async function removeTies(
  tx: Tx,
  scope: WriteScope,
  ties: readonly { readonly serviceId: string; readonly factor: string }[]
): Promise<number> {
  if (ties.length === 0) return 0;
  const answer = await sql`
    delete from service_factor using jsonb_to_recordset(${JSON.stringify(ties)}::jsonb)
      as given("serviceId" uuid, factor text)
    where service_factor.partnership_id = ${scope.partnershipId}
      and service_factor.service_id = given."serviceId" and service_factor.factor = given.factor`.execute(
    tx
  );
  return Number(answer.numAffectedRows ?? 0n);
}

/** The active services of each factor, by name. */
export async function tiedServices(
  tx: Tx,
  scope: ReadScope
): Promise<
  {
    factor: FactorId;
    id: ServiceId;
    name: string;
    organisation: string;
    ages: AgeId[];
    stage: Stage | null;
  }[]
> {
  const rows = await tx
    .selectFrom('service_factor')
    .innerJoin('service', (join) =>
      join
        .onRef('service.partnership_id', '=', 'service_factor.partnership_id')
        .onRef('service.id', '=', 'service_factor.service_id')
    )
    .select(['service_factor.factor', 'service.id', 'service.name', 'service.organisation'])
    .select(['service.ages', 'service.stage'])
    .where('service.partnership_id', '=', scope.partnershipId)
    .where('service.status', '=', 'active')
    .orderBy(byName)
    .orderBy('service.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    factor: row.factor as FactorId, // checked against the spine when it was saved
    id: row.id as ServiceId, // the column holds nothing else
    ages: row.ages as AgeId[], // checked against the spine when they were saved
    stage: row.stage as Stage | null // a check constraint holds the column to these
  }));
}
