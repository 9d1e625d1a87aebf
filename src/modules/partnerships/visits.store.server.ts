import type { Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { ReadScope } from '#platform/scope';
import { sql } from 'kysely';
import { notedEvery, visitEndsAfter, type Visits } from './visits.ts';

/** All SQL about when members were last here. It is no part of the record: no run, no change. */

export async function visitsOf(tx: Tx, scope: ReadScope): Promise<Visits> {
  const row = await tx
    .selectFrom('visit')
    .select(['lastAt', 'previousAt'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('personId', '=', scope.personId)
    .executeTakeFirst();
  return { lastAt: row?.lastAt ?? null, previousAt: row?.previousAt ?? null };
}

/**
 * Notes that a member is here, by the rules of `visits.ts`. Of several pages at one moment the first notes it, and the others leave
 * it as it is.
 */
export async function noteVisit(
  tx: Tx,
  { partnershipId, personId }: { partnershipId: PartnershipId; personId: PersonId },
  now: Date
): Promise<void> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  await tx
    .insertInto('visit')
    .values({ partnershipId, personId, lastAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['partnershipId', 'personId'])
        .doUpdateSet({
          lastAt: now,
          previousAt: sql<Date | null>`case when visit.last_at < ${before(visitEndsAfter)}
            then visit.last_at else visit.previous_at end`
        })
        .where('visit.lastAt', '<=', before(notedEvery))
    )
    .execute();
}
