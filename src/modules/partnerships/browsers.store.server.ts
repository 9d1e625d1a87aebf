import type { Tx } from '#platform/database';
import type { PersonId } from '#platform/ids';
import { daysAfter } from './rules.ts';

/** All SQL about browsers that somebody has signed in with before. */

const daysKept = 400;

/** Whether this person has signed in with this browser before. */
export async function isKnownBrowser(
  tx: Tx,
  tokenHash: Buffer,
  personId: PersonId
): Promise<boolean> {
  const row = await tx
    .selectFrom('knownBrowser')
    .select('personId')
    .where('tokenHash', '=', tokenHash)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps a browser in mind, and forgets those that have not been used for longer than a year. */
export async function rememberBrowser(
  tx: Tx,
  browser: { tokenHash: Buffer; personId: PersonId; now: Date }
): Promise<void> {
  const { tokenHash, personId, now: seenAt } = browser;
  await tx
    .insertInto('knownBrowser')
    .values({ tokenHash, personId, seenAt })
    .onConflict((conflict) => conflict.column('tokenHash').doUpdateSet({ personId, seenAt }))
    .execute();
  await tx.deleteFrom('knownBrowser').where('seenAt', '<', daysAfter(seenAt, -daysKept)).execute();
}

/** Forgets every browser of a person, such as when their password changes. */
export async function forgetBrowsersOf(tx: Tx, personId: PersonId): Promise<void> {
  await tx.deleteFrom('knownBrowser').where('personId', '=', personId).execute();
}
