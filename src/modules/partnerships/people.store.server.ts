import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { PersonId } from '#platform/ids';
import type { Person } from './types.ts';

/** All SQL about people and sessions. These tables belong to no partnership. */

const personColumns = ['id', 'name', 'email', 'siteAdministrator', 'demonstration'] as const;

export async function findPersonByEmail(
  tx: Tx,
  email: string
): Promise<(Person & { passwordHash: string | null }) | null> {
  const row = await tx
    .selectFrom('person')
    .select([...personColumns, 'passwordHash'])
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function findPerson(tx: Tx, id: PersonId): Promise<Person | null> {
  const row = await tx
    .selectFrom('person')
    .select(personColumns)
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function passwordHashOf(tx: Tx, id: PersonId): Promise<string | null> {
  const row = await tx
    .selectFrom('person')
    .select('passwordHash')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.passwordHash ?? null;
}

/** Waits until nobody else is setting up this installation, and holds off the next until this transaction ends. */
export async function holdSetUp(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('set-up', 0))`.execute(tx);
}

export async function hasAnyPerson(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function countPeople(tx: Tx): Promise<{ all: number; ofDemonstration: number }> {
  const row = await tx
    .selectFrom('person')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('demonstration', '=', true).as('ofDemonstration')
    ])
    .executeTakeFirstOrThrow();
  return { all: row.all, ofDemonstration: row.ofDemonstration };
}

export async function addPerson(
  tx: Tx,
  person: Person & { passwordHash: string | null }
): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      id: person.id,
      name: person.name,
      email: person.email,
      passwordHash: person.passwordHash,
      siteAdministrator: person.siteAdministrator,
      demonstration: person.demonstration
    })
    .execute();
}

export async function setPassword(tx: Tx, id: PersonId, passwordHash: string): Promise<void> {
  await tx.updateTable('person').set({ passwordHash }).where('id', '=', id).execute();
}

/** Sets the password of an account that has none; answers whether it had none. */
export async function setFirstPassword(
  tx: Tx,
  id: PersonId,
  passwordHash: string
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ passwordHash })
    .where('id', '=', id)
    .where('passwordHash', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function addSession(
  tx: Tx,
  session: { tokenHash: Buffer; personId: PersonId; now: Date; expiresAt: Date }
): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      tokenHash: session.tokenHash,
      personId: session.personId,
      createdAt: session.now,
      lastUsedAt: session.now,
      expiresAt: session.expiresAt
    })
    .execute();
}

export async function findSession(
  tx: Tx,
  tokenHash: Buffer
): Promise<{ person: Person; lastUsedAt: Date; expiresAt: Date } | null> {
  const row = await tx
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.personId')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'person.siteAdministrator',
      'person.demonstration',
      'session.lastUsedAt',
      'session.expiresAt'
    ])
    .where('session.tokenHash', '=', tokenHash)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { lastUsedAt, expiresAt, ...person } = row;
  return { person, lastUsedAt, expiresAt };
}

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ lastUsedAt: now })
    .where('tokenHash', '=', tokenHash)
    .execute();
}

export async function removeSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('session').where('tokenHash', '=', tokenHash).execute();
}

export async function removeSessionsOf(tx: Tx, personId: PersonId): Promise<void> {
  await tx.deleteFrom('session').where('personId', '=', personId).execute();
}
