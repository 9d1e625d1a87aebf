import type { Tx } from '#platform/database';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';

/** All SQL about the secret addresses of calendars, and about who is reminded by e-mail. */

/** When this person's standing address was made, or null when there is none. The secret itself is nowhere. */
export async function standingAddress(
  tx: Tx,
  scope: ReadScope
): Promise<{ readonly madeAt: Date } | null> {
  const row = await tx
    .selectFrom('calendarAddress')
    .select('madeAt')
    .where('partnershipId', '=', scope.partnershipId)
    .where('personId', '=', scope.personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { madeAt: row.madeAt };
}

/** Withdraws the person's standing address; false when there was none. */
export async function withdrawAddress(tx: Tx, scope: WriteScope, now: Date): Promise<boolean> {
  const answer = await tx
    .updateTable('calendarAddress')
    .set({ withdrawnAt: now })
    .where('partnershipId', '=', scope.partnershipId)
    .where('personId', '=', scope.personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

export async function addAddress(
  tx: Tx,
  scope: WriteScope,
  address: { readonly id: string; readonly tokenHash: Buffer; readonly now: Date }
): Promise<void> {
  await tx
    .insertInto('calendarAddress')
    .values({
      partnershipId: scope.partnershipId,
      id: address.id,
      personId: scope.personId,
      tokenHash: address.tokenHash,
      madeAt: address.now
    })
    .execute();
}

/**
 * Whose calendar a secret opens, in which partnership. It takes no scope on purpose: row-level security shows the transaction
 * the one row whose secret it was given.
 */
export async function findByToken(
  tx: Tx,
  tokenHash: Buffer
): Promise<{ readonly partnershipId: PartnershipId; readonly personId: PersonId } | null> {
  const row = await tx
    .selectFrom('calendarAddress')
    .select(['partnershipId', 'personId'])
    .where('tokenHash', '=', tokenHash)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether this person wants an e-mail, and when the last one went out. */
export async function reminderOf(
  tx: Tx,
  scope: ReadScope
): Promise<{ readonly lastSentOn: string | null } | null> {
  const row = await tx
    .selectFrom('reminder')
    .select('lastSentOn')
    .where('partnershipId', '=', scope.partnershipId)
    .where('personId', '=', scope.personId)
    .executeTakeFirst();
  return row === undefined ? null : { lastSentOn: row.lastSentOn };
}

/**
 * Everybody who wants an e-mail in the partnership that this transaction is for. It takes no scope on purpose: whoever keeps the
 * installation asks, and what a person may read is asked anew for each.
 */
export async function everyReminder(
  tx: Tx,
  partnershipId: PartnershipId
): Promise<{ readonly personId: PersonId; readonly email: string }[]> {
  return tx
    .selectFrom('reminder')
    .innerJoin('person', 'person.id', 'reminder.personId')
    .select(['reminder.personId', 'person.email'])
    .where('reminder.partnershipId', '=', partnershipId)
    .where('person.disabledAt', 'is', null)
    .orderBy('person.email')
    .execute();
}

export async function setMailed(tx: Tx, scope: WriteScope, isWanted: boolean): Promise<void> {
  if (isWanted) {
    await tx
      .insertInto('reminder')
      .values({ partnershipId: scope.partnershipId, personId: scope.personId })
      .onConflict((conflict) => conflict.columns(['partnershipId', 'personId']).doNothing())
      .execute();
    return;
  }
  await tx
    .deleteFrom('reminder')
    .where('partnershipId', '=', scope.partnershipId)
    .where('personId', '=', scope.personId)
    .execute();
}

/** Notes that a reminder went out today. */
export async function noteReminder(tx: Tx, scope: WriteScope, today: string): Promise<void> {
  await tx
    .updateTable('reminder')
    .set({ lastSentOn: today })
    .where('partnershipId', '=', scope.partnershipId)
    .where('personId', '=', scope.personId)
    .execute();
}
