import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Insight, InsightId } from './types.ts';

/** All SQL about what was noticed locally. */

const somebody = 'Somebody';

function insightsHere(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('insight')
    .leftJoin('person', 'person.id', 'insight.updatedBy')
    .select([
      'insight.id',
      'insight.factor',
      'insight.outcome',
      'insight.noticed',
      'insight.noticedWhere',
      'insight.noticedOn',
      'insight.noticedBy',
      'insight.archivedAt',
      'insight.version',
      'insight.updatedAt',
      'person.name as updatedBy'
    ])
    .where('insight.partnershipId', '=', scope.partnershipId);
}

type InsightRow = Awaited<ReturnType<ReturnType<typeof insightsHere>['executeTakeFirstOrThrow']>>;

function toInsight(row: InsightRow): Insight {
  return { ...row, updatedBy: row.updatedBy ?? somebody };
}

export type InsightFilter = {
  readonly factor?: FactorId | undefined;
  readonly show?: 'standing' | 'archived' | 'all';
};

/** What was noticed, newest first: what stands, unless asked otherwise. */
export async function insights(
  tx: Tx,
  scope: ReadScope,
  { factor, show = 'standing' }: InsightFilter = {}
): Promise<Insight[]> {
  let select = insightsHere(tx, scope);
  if (factor !== undefined) select = select.where('insight.factor', '=', factor);
  if (show !== 'all') {
    select = select.where('insight.archivedAt', show === 'standing' ? 'is' : 'is not', null);
  }
  const rows = await select
    .orderBy('insight.noticedOn', 'desc')
    .orderBy('insight.createdAt', 'desc')
    .execute();
  return rows.map(toInsight);
}

export async function findInsight(tx: Tx, scope: ReadScope, id: string): Promise<Insight | null> {
  const row = await insightsHere(tx, scope)
    .where('insight.id', '=', sought<InsightId>(id))
    .executeTakeFirst();
  return row === undefined ? null : toInsight(row);
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
  return new Map(rows.map((row) => [row.factor, Number(row.count)])); // as in toInsight
}

type InsightValues = Omit<Insight, 'id' | 'archivedAt' | 'version' | 'updatedAt' | 'updatedBy'>;

function insightColumns(insight: InsightValues) {
  return {
    factor: insight.factor,
    outcome: insight.outcome,
    noticed: insight.noticed,
    noticedWhere: insight.noticedWhere,
    noticedOn: insight.noticedOn,
    noticedBy: insight.noticedBy
  };
}

export async function addInsight(
  tx: Tx,
  scope: WriteScope,
  id: string,
  insight: InsightValues,
  now: Date
): Promise<void> {
  await tx
    .insertInto('insight')
    .values({
      partnershipId: scope.partnershipId,
      id,
      ...insightColumns(insight),
      createdAt: now,
      createdBy: scope.personId,
      updatedAt: now,
      updatedBy: scope.personId
    })
    .execute();
}

/** Saves an insight over the version that was read; false when somebody else saved first. */
export async function saveInsight(
  tx: Tx,
  scope: WriteScope,
  id: InsightId,
  expected: number,
  insight: InsightValues,
  now: Date
): Promise<boolean> {
  const columns = { ...insightColumns(insight), updatedAt: now, updatedBy: scope.personId };
  return (await saveVersion(tx, scope, 'insight', { id, expected }, columns)) !== null;
}

/** Takes the version that was read off the lists, or brings it back (`archivedAt` null); false when somebody else saved first. */
export async function setArchived(
  tx: Tx,
  scope: WriteScope,
  id: InsightId,
  expected: number,
  archivedAt: Date | null,
  now: Date
): Promise<boolean> {
  const columns = { archivedAt, updatedAt: now, updatedBy: scope.personId };
  return (await saveVersion(tx, scope, 'insight', { id, expected }, columns)) !== null;
}
