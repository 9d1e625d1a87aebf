import type { AgeId, FactorId, OutcomeId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { saveVersion } from '#platform/saving';
import type {
  OwnMatters,
  OwnRating,
  OwnSecurity,
  OwnStrength,
  OwnWorks,
  RatingId
} from './types.ts';

/** All SQL about a partnership's own ratings. */

const somebody = 'Somebody';

type RatingRow = Awaited<ReturnType<ReturnType<typeof ratingsHere>['executeTakeFirstOrThrow']>>;

// The casts below are of columns that a check constraint holds to the type, dimension by dimension.
function toRating(row: RatingRow): OwnRating {
  const head = {
    id: row.id,
    factor: row.factor,
    confidence: row.confidence,
    source: row.source,
    datedOn: row.datedOn,
    reason: row.reason,
    version: row.version,
    updatedAt: row.updatedAt,
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
    .selectFrom('evidenceRating')
    .leftJoin('person', 'person.id', 'evidenceRating.updatedBy')
    .select([
      'evidenceRating.id',
      'evidenceRating.dimension',
      'evidenceRating.factor',
      'evidenceRating.outcome',
      'evidenceRating.age',
      'evidenceRating.strength',
      'evidenceRating.confidence',
      'evidenceRating.source',
      'evidenceRating.datedOn',
      'evidenceRating.reason',
      'evidenceRating.version',
      'evidenceRating.updatedAt',
      'person.name as by'
    ])
    .where('evidenceRating.partnershipId', '=', scope.partnershipId);
}

/** The partnership's own ratings: all of them, or those of one factor. */
export async function ratings(tx: Tx, scope: ReadScope, factor?: FactorId): Promise<OwnRating[]> {
  let select = ratingsHere(tx, scope);
  if (factor !== undefined) select = select.where('evidenceRating.factor', '=', factor);
  return (await select.execute()).map(toRating);
}

export async function findRating(tx: Tx, scope: ReadScope, id: string): Promise<OwnRating | null> {
  const row = await ratingsHere(tx, scope)
    .where('evidenceRating.id', '=', sought<RatingId>(id))
    .executeTakeFirst();
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
    .insertInto('evidenceRating')
    .values({
      partnershipId: scope.partnershipId,
      id,
      dimension: rating.dimension,
      factor: rating.factor,
      outcome: rating.dimension === 'matters' ? rating.outcome : null,
      age: rating.dimension === 'matters' ? rating.age : null,
      ...ratingColumns(rating),
      createdAt: now,
      createdBy: scope.personId,
      updatedAt: now,
      updatedBy: scope.personId
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
  const columns = { ...ratingColumns(rating), updatedAt: now, updatedBy: scope.personId };
  return (await saveVersion(tx, scope, 'evidenceRating', { id, expected }, columns)) !== null;
}

function ratingColumns(rating: RatingValues) {
  return {
    strength: rating.strength,
    confidence: rating.confidence,
    source: rating.source,
    datedOn: rating.datedOn,
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
    .deleteFrom('evidenceRating')
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<RatingId>(id))
    .where('version', '=', expected)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
