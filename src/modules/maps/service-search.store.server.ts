import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { DB } from '#platform/schema';
import type { ReadScope } from '#platform/scope';
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { ServiceFilter } from './schema.ts';
import { serviceOrder } from './service-rows.store.server.ts';
import { withTies } from './services.store.server.ts';
import type { Service, StageId } from './types.ts';

/** All SQL that finds services by filters, and says what there is to filter by. */

/** How many services one page of the list shows. */
export const servicesAPage = 50;

/** Filters that stand for "none at all". */
export const noneAtAll = 'none';

/** Text that `ilike` finds as it is written. */
const asWritten = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function matches(eb: ExpressionBuilder<DB, 'service'>, filter: ServiceFilter) {
  const all: Expression<SqlBool>[] = [eb('service.status', '=', filter.status)];
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
  else if (filter.stage !== '') {
    all.push(eb('service.stage', '=', filter.stage as StageId)); // a word that is no stage finds nothing
  }
  if (filter.tag !== '') {
    all.push(sql<SqlBool>`(${filter.tag} = any(service.tags) or service.type = ${filter.tag})`);
  }
  if (filter.age !== '') all.push(sql<SqlBool>`${filter.age} = any(service.ages)`);
  if (filter.factor !== '') {
    const ties = eb
      .selectFrom('serviceFactor')
      .select('serviceFactor.factor')
      .whereRef('serviceFactor.partnershipId', '=', 'service.partnershipId')
      .whereRef('serviceFactor.serviceId', '=', 'service.id');
    all.push(
      filter.factor === noneAtAll
        ? eb.not(eb.exists(ties))
        : eb.exists(ties.where('serviceFactor.factor', '=', filter.factor as FactorId)) // a word that is no factor finds nothing
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
    .where('service.partnershipId', '=', scope.partnershipId)
    .where((eb) => matches(eb, filter))
    .executeTakeFirstOrThrow();
  const rows = await tx
    .selectFrom('service')
    .selectAll()
    .where('service.partnershipId', '=', scope.partnershipId)
    .where((eb) => matches(eb, filter))
    .orderBy(serviceOrder)
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
    .where('service.partnershipId', '=', scope.partnershipId)
    .where((eb) => matches(eb, filter))
    .orderBy(serviceOrder)
    .orderBy('id')
    .execute();
  return withTies(tx, scope, rows);
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
