import { records } from '#modules/records/server';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { choiceKind } from '../kinds.ts';

/** Which open indicators a partnership follows, and what it says about them. Dropped ones keep their note and are among them. */
export const choices = records(choiceKind);

/** Follows the indicators named, or drops them. */
export async function setFollowed(
  tx: Tx,
  scope: WriteScope,
  ids: readonly string[],
  followed: boolean
): Promise<void> {
  for (const id of ids) {
    await tx
      .insertInto('indicatorChoice')
      .values({ partnershipId: scope.partnershipId, id, followed })
      .onConflict((conflict) =>
        conflict
          .columns(['partnershipId', 'id'])
          .doUpdateSet({ followed })
          .where(sql`indicator_choice.followed`, '!=', followed)
      )
      .execute();
  }
}
