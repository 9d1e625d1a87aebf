import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { without } from '#platform/stored';
import type { Insight } from './kinds.ts';
import { unshown } from './store.server.ts';

/** All SQL about what was noticed locally. */

export type InsightFilter = {
  readonly factor?: FactorId | undefined;
  readonly show?: 'current' | 'archived' | 'all';
};

/** What was noticed, newest first: what stands, unless asked otherwise. */
export async function insights(
  tx: Tx,
  scope: ReadScope,
  { factor, show = 'current' }: InsightFilter = {}
): Promise<Insight[]> {
  let select = tx
    .selectFrom('insight')
    .leftJoin('person', 'person.id', 'insight.updatedBy')
    .selectAll('insight')
    .select((row) => row.fn.coalesce('person.name', row.val('Somebody')).as('savedBy'))
    .where('insight.partnershipId', '=', scope.partnershipId)
    .orderBy('insight.noticedOn', 'desc')
    .orderBy('insight.createdAt', 'desc');
  if (factor !== undefined) select = select.where('insight.factor', '=', factor);
  if (show !== 'all') {
    select = select.where('insight.archivedAt', show === 'current' ? 'is' : 'is not', null);
  }
  return (await select.execute()).map(({ savedBy, ...row }) => ({
    ...without(...unshown)(row),
    updatedBy: savedBy
  }));
}

/** How many insights stand for each factor; factors without any are left out. */
export async function insightCounts(tx: Tx, scope: ReadScope): Promise<Map<FactorId, number>> {
  const rows = await tx
    .selectFrom('insight')
    .select(['factor', ({ fn }) => fn.countAll<number>().as('count')])
    .where('partnershipId', '=', scope.partnershipId)
    .where('archivedAt', 'is', null)
    .groupBy('factor')
    .execute();
  return new Map(rows.map((row) => [row.factor, Number(row.count)]));
}
