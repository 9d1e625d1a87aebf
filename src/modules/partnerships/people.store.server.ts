import type { Tx } from '#platform/database';
import type { PersonId } from '#platform/ids';
import type { Person } from './types.ts';

/** All SQL about people and sessions. These tables belong to no partnership. */

type PersonRow = {
  id: string;
  name: string;
  email: string;
  site_administrator: boolean;
  demonstration: boolean;
};

function toPerson(row: PersonRow): Person {
  return {
    id: row.id as PersonId, // the column holds nothing else
    name: row.name,
    email: row.email,
    siteAdministrator: row.site_administrator,
    demonstration: row.demonstration
  };
}

const personColumns = ['id', 'name', 'email', 'site_administrator', 'demonstration'] as const;

export async function findPersonByEmail(
  tx: Tx,
  email: string
): Promise<(Person & { passwordHash: string | null }) | null> {
  const row = await tx
    .selectFrom('person')
    .select([...personColumns, 'password_hash'])
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { ...toPerson(row), passwordHash: row.password_hash };
}

export async function findPerson(tx: Tx, id: PersonId): Promise<Person | null> {
  const row = await tx
    .selectFrom('person')
    .select(personColumns)
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toPerson(row);
}

export async function passwordHashOf(tx: Tx, id: PersonId): Promise<string | null> {
  const row = await tx
    .selectFrom('person')
    .select('password_hash')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.password_hash ?? null;
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
      password_hash: person.passwordHash,
      site_administrator: person.siteAdministrator,
      demonstration: person.demonstration
    })
    .execute();
}

export async function setPassword(tx: Tx, id: PersonId, passwordHash: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ password_hash: passwordHash })
    .where('id', '=', id)
    .execute();
}

export async function addSession(
  tx: Tx,
  session: { tokenHash: Buffer; personId: PersonId; now: Date; expiresAt: Date }
): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      created_at: session.now,
      last_used_at: session.now,
      expires_at: session.expiresAt
    })
    .execute();
}

export async function findSession(
  tx: Tx,
  tokenHash: Buffer
): Promise<{ person: Person; lastUsedAt: Date; expiresAt: Date } | null> {
  const row = await tx
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'person.site_administrator',
      'person.demonstration',
      'session.last_used_at',
      'session.expires_at'
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { person: toPerson(row), lastUsedAt: row.last_used_at, expiresAt: row.expires_at };
}

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ last_used_at: now })
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function removeSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export async function removeSessionsOf(tx: Tx, personId: PersonId): Promise<void> {
  await tx.deleteFrom('session').where('person_id', '=', personId).execute();
}
