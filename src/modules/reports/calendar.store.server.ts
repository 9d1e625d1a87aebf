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
    .selectFrom('calendar_address')
    .select('made_at')
    .where('partnership_id', '=', scope.partnershipId)
    .where('person_id', '=', scope.personId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { madeAt: row.made_at };
}

/** Withdraws the person's standing address; false when there was none. */
export async function withdrawAddress(tx: Tx, scope: WriteScope, now: Date): Promise<boolean> {
  const answer = await tx
    .updateTable('calendar_address')
    .set({ withdrawn_at: now })
    .where('partnership_id', '=', scope.partnershipId)
    .where('person_id', '=', scope.personId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

export async function addAddress(
  tx: Tx,
  scope: WriteScope,
  address: { readonly id: string; readonly tokenHash: Buffer; readonly now: Date }
): Promise<void> {
  await tx
    .insertInto('calendar_address')
    .values({
      partnership_id: scope.partnershipId,
      id: address.id,
      person_id: scope.personId,
      token_hash: address.tokenHash,
      made_at: address.now
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
    .selectFrom('calendar_address')
    .select(['partnership_id', 'person_id'])
    .where('token_hash', '=', tokenHash)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const partnershipId = row.partnership_id as PartnershipId; // the columns hold nothing else
  return { partnershipId, personId: row.person_id as PersonId };
}

/** Whether this person wants an e-mail, and when the last one went out. */
export async function reminderOf(
  tx: Tx,
  scope: ReadScope
): Promise<{ readonly lastSentOn: string | null } | null> {
  const row = await tx
    .selectFrom('reminder')
    .select('last_sent_on')
    .where('partnership_id', '=', scope.partnershipId)
    .where('person_id', '=', scope.personId)
    .executeTakeFirst();
  return row === undefined ? null : { lastSentOn: row.last_sent_on };
}

/**
 * Everybody who wants an e-mail in the partnership of this transaction. It takes no scope on purpose: whoever keeps the
 * installation asks, and what a person may read is asked anew for each.
 */
export async function everyReminder(
  tx: Tx
): Promise<{ readonly personId: PersonId; readonly email: string }[]> {
  const rows = await tx
    .selectFrom('reminder')
    .innerJoin('person', 'person.id', 'reminder.person_id')
    .select(['reminder.person_id', 'person.email'])
    .where('person.disabled_at', 'is', null)
    .orderBy('person.email')
    .execute();
  return rows.map(({ person_id, email }) => ({ personId: person_id as PersonId, email })); // the column holds nothing else
}

export async function setMailed(tx: Tx, scope: WriteScope, isWanted: boolean): Promise<void> {
  if (isWanted) {
    await tx
      .insertInto('reminder')
      .values({ partnership_id: scope.partnershipId, person_id: scope.personId })
      .onConflict((conflict) => conflict.columns(['partnership_id', 'person_id']).doNothing())
      .execute();
    return;
  }
  await tx
    .deleteFrom('reminder')
    .where('partnership_id', '=', scope.partnershipId)
    .where('person_id', '=', scope.personId)
    .execute();
}

/** Notes that a reminder went out today. */
export async function noteReminder(tx: Tx, scope: WriteScope, today: string): Promise<void> {
  await tx
    .updateTable('reminder')
    .set({ last_sent_on: today })
    .where('partnership_id', '=', scope.partnershipId)
    .where('person_id', '=', scope.personId)
    .execute();
}
