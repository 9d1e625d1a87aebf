import type { AgeId, FactorId, OutcomeId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { without } from '#platform/stored';
import type { OwnRating, OwnSecurity, OwnStrength } from './types.ts';

/** All SQL about a partnership's own ratings. */

/** What no reader of a rating, an insight or a link is shown. */
export const unshown = ['partnershipId', 'createdAt', 'createdBy'] as const;

/** The partnership's own ratings: all of them, or those of one factor. */
export async function ratings(tx: Tx, scope: ReadScope, factor?: FactorId): Promise<OwnRating[]> {
  let select = tx
    .selectFrom('evidenceRating')
    .leftJoin('person', 'person.id', 'evidenceRating.updatedBy')
    .selectAll('evidenceRating')
    .select((row) => row.fn.coalesce('person.name', row.val('Somebody')).as('savedBy'))
    .where('evidenceRating.partnershipId', '=', scope.partnershipId);
  if (factor !== undefined) select = select.where('evidenceRating.factor', '=', factor);
  return (await select.execute()).map((row) => {
    const { dimension, outcome, age, strength, savedBy, ...head } = without(...unshown)(row);
    const shared = { ...head, updatedBy: savedBy };
    // A check constraint holds these columns to their types, dimension by dimension.
    return dimension === 'works'
      ? { ...shared, dimension, strength: strength as OwnSecurity }
      : {
          ...shared,
          dimension,
          outcome: outcome as OutcomeId,
          age: age as AgeId,
          strength: strength as OwnStrength
        };
  });
}
