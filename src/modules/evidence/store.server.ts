import type { AgeId, FactorId, OutcomeId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import type {
  OwnConfidence,
  OwnMatters,
  OwnRating,
  OwnSecurity,
  OwnStrength,
  OwnWorks,
  RatingId
} from './types.ts';

/** All SQL about a partnership's own ratings. */

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
