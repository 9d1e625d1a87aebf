import type { AgeId, FactorId, OutcomeId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import type {
  Insight,
  InsightId,
  OwnConfidence,
  OwnMatters,
  OwnRating,
  OwnSecurity,
  OwnStrength,
  OwnWorks,
  RatingId
} from './types.ts';

/** All SQL about a partnership's own ratings and insights. */

const somebody = 'Somebody';

type RatingRow = {
  id: string;
  dimension: string;
  factor: string;
  outcome: string | null;
  age: string | null;
  strength: string;
  confidence: string;
  source: string;
  dated_on: string;
  reason: string;
  version: number;
  updated_at: Date;
  by: string | null;
};

// Every cast below is of a column that a check constraint or the command that wrote it holds to the type.
function toRating(row: RatingRow): OwnRating {
  const head = {
    id: row.id as RatingId,
    factor: row.factor as FactorId,
    confidence: row.confidence as OwnConfidence,
    source: row.source,
    datedOn: row.dated_on,
    reason: row.reason,
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.by ?? somebody
  };
  if (row.dimension === 'works') {
    return { ...head, dimension: 'works', strength: row.strength as OwnSecurity };
  }
  return {
    ...head,
    dimension: 'matters',
    outcome: row.outcome as OutcomeId,
    age: row.age as AgeId,
    strength: row.strength as OwnStrength
  };
}

function ratingsHere(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('evidence_rating')
    .leftJoin('person', 'person.id', 'evidence_rating.updated_by')
    .select([
      'evidence_rating.id',
      'evidence_rating.dimension',
      'evidence_rating.factor',
      'evidence_rating.outcome',
      'evidence_rating.age',
      'evidence_rating.strength',
      'evidence_rating.confidence',
      'evidence_rating.source',
      'evidence_rating.dated_on',
      'evidence_rating.reason',
      'evidence_rating.version',
      'evidence_rating.updated_at',
      'person.name as by'
    ])
    .where('evidence_rating.partnership_id', '=', scope.partnershipId);
}

/** The partnership's own ratings: all of them, or those of one factor. */
export async function ratings(tx: Tx, scope: ReadScope, factor?: FactorId): Promise<OwnRating[]> {
  let select = ratingsHere(tx, scope);
  if (factor !== undefined) select = select.where('evidence_rating.factor', '=', factor);
  return (await select.execute()).map(toRating);
}

export async function findRating(tx: Tx, scope: ReadScope, id: string): Promise<OwnRating | null> {
  const row = await ratingsHere(tx, scope).where('evidence_rating.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRating(row);
}

type RatingValues =
  | Omit<OwnMatters, 'id' | 'version' | 'updatedAt' | 'updatedBy'>
  | Omit<OwnWorks, 'id' | 'version' | 'updatedAt' | 'updatedBy'>;

/** Adds a rating; false when the cell was rated meanwhile. */
export async function addRating(
  tx: Tx,
  scope: WriteScope,
  id: string,
  rating: RatingValues,
  now: Date
): Promise<boolean> {
  const row = await tx
    .insertInto('evidence_rating')
    .values({
      partnership_id: scope.partnershipId,
      id,
      dimension: rating.dimension,
      factor: rating.factor,
      outcome: rating.dimension === 'matters' ? rating.outcome : null,
      age: rating.dimension === 'matters' ? rating.age : null,
      ...ratingColumns(rating),
      created_at: now,
      created_by: scope.personId,
      updated_at: now,
      updated_by: scope.personId
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Saves a rating over the version that was read; false when somebody else saved first. */
export async function saveRating(
  tx: Tx,
  scope: WriteScope,
  id: RatingId,
  expected: number,
  rating: RatingValues,
  now: Date
): Promise<boolean> {
  const columns = { ...ratingColumns(rating), updated_at: now, updated_by: scope.personId };
  return (await saveVersion(tx, scope, 'evidence_rating', { id, expected }, columns)) !== null;
}

function ratingColumns(rating: RatingValues) {
  return {
    strength: rating.strength,
    confidence: rating.confidence,
    source: rating.source,
    dated_on: rating.datedOn,
    reason: rating.reason
  };
}

/** Removes the version that was read; false when somebody else saved first. */
export async function removeRating(
  tx: Tx,
  scope: WriteScope,
  id: RatingId,
  expected: number
): Promise<boolean> {
  const row = await tx
    .deleteFrom('evidence_rating')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

function insightsHere(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('insight')
    .leftJoin('person', 'person.id', 'insight.updated_by')
    .select([
      'insight.id',
      'insight.factor',
      'insight.outcome',
      'insight.noticed',
      'insight.noticed_where',
      'insight.noticed_on',
      'insight.noticed_by',
      'insight.version',
      'insight.updated_at',
      'person.name as by'
    ])
    .where('insight.partnership_id', '=', scope.partnershipId);
}

type InsightRow = Awaited<ReturnType<ReturnType<typeof insightsHere>['executeTakeFirstOrThrow']>>;

function toInsight(row: InsightRow): Insight {
  return {
    id: row.id as InsightId, // the column holds nothing else
    factor: row.factor as FactorId, // checked against the spine by the command that wrote it
    outcome: row.outcome as OutcomeId | null, // likewise
    noticed: row.noticed,
    noticedWhere: row.noticed_where,
    noticedOn: row.noticed_on,
    noticedBy: row.noticed_by,
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.by ?? somebody
  };
}

/** What was noticed about a factor, newest first. */
export async function insights(tx: Tx, scope: ReadScope, factor: FactorId): Promise<Insight[]> {
  const rows = await insightsHere(tx, scope)
    .where('insight.factor', '=', factor)
    .orderBy('insight.noticed_on', 'desc')
    .orderBy('insight.created_at', 'desc')
    .execute();
  return rows.map(toInsight);
}

export async function findInsight(tx: Tx, scope: ReadScope, id: string): Promise<Insight | null> {
  const row = await insightsHere(tx, scope).where('insight.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toInsight(row);
}

/** How many insights each factor has; factors without any are left out. */
export async function insightCounts(tx: Tx, scope: ReadScope): Promise<Map<FactorId, number>> {
  const rows = await tx
    .selectFrom('insight')
    .select(['factor', ({ fn }) => fn.countAll<number>().as('count')])
    .where('partnership_id', '=', scope.partnershipId)
    .groupBy('factor')
    .execute();
  return new Map(rows.map((row) => [row.factor as FactorId, Number(row.count)])); // as in toInsight
}

type InsightValues = Omit<Insight, 'id' | 'version' | 'updatedAt' | 'updatedBy'>;

function insightColumns(insight: InsightValues) {
  return {
    factor: insight.factor,
    outcome: insight.outcome,
    noticed: insight.noticed,
    noticed_where: insight.noticedWhere,
    noticed_on: insight.noticedOn,
    noticed_by: insight.noticedBy
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
      partnership_id: scope.partnershipId,
      id,
      ...insightColumns(insight),
      created_at: now,
      created_by: scope.personId,
      updated_at: now,
      updated_by: scope.personId
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
  const columns = { ...insightColumns(insight), updated_at: now, updated_by: scope.personId };
  return (await saveVersion(tx, scope, 'insight', { id, expected }, columns)) !== null;
}

/** Removes the version that was read; false when somebody else saved first. */
export async function removeInsight(
  tx: Tx,
  scope: WriteScope,
  id: InsightId,
  expected: number
): Promise<boolean> {
  const row = await tx
    .deleteFrom('insight')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
