import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { GroundRefusal, type GroundProblem } from './problems.ts';

/** One numbered SQL file. The checksum ignores how the checkout ends its lines. */
export type Migration = {
  readonly name: string;
  readonly number: number;
  readonly sql: string;
  readonly checksum: string;
};

/** What a database remembers of a migration. */
export type AppliedMigration = { readonly name: string; readonly checksum: string };

/** The migrations of this Cairn, and the grants that follow them. */
export const migrationsFolder = path.resolve(import.meta.dirname, '../../db/migrations');
export const grantsFile = path.resolve(import.meta.dirname, '../../db/grants.sql');

/** Serialises every change of structure of one database, whichever server or command makes it. */
const lock = 'select pg_advisory_xact_lock(4271, 1)';

/**
 * The migrations in a folder, in order.
 * Refuses: `migration-misnamed` when a file is not named like `0001_what_it_does.sql`, or two share a number.
 */
export function readMigrations(folder: string): readonly Migration[] {
  const names = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => name.endsWith('.sql'))
    : [];
  const migrations = names.sort().map((name) => {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (number === undefined) throw new GroundRefusal({ kind: 'migration-misnamed', name });
    const sql = fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, number: Number(number), sql, checksum: checksumOf(sql) };
  });
  for (const [position, migration] of migrations.entries()) {
    if (migrations[position - 1]?.number === migration.number) {
      throw new GroundRefusal({ kind: 'migration-misnamed', name: migration.name });
    }
  }
  return migrations;
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What stands between what a database has and what these files say; `null` when what is left can simply be applied. */
export function migrationProblem(
  files: readonly Migration[],
  applied: readonly AppliedMigration[]
): GroundProblem | null {
  const highestHere = files.at(-1)?.number ?? 0;
  for (const { name, checksum } of applied) {
    const file = files.find((candidate) => candidate.name === name);
    if (file === undefined) {
      return numberOf(name) > highestHere
        ? { kind: 'database-newer', name }
        : { kind: 'migration-missing', name };
    }
    if (file.checksum !== checksum) return { kind: 'migration-changed', name };
  }
  const latest = applied.at(-1);
  if (latest === undefined) return null;
  const late = files.find(
    (file) =>
      file.number < numberOf(latest.name) && !applied.some((known) => known.name === file.name)
  );
  return late === undefined
    ? null
    : { kind: 'migration-out-of-order', name: late.name, after: latest.name };
}

function numberOf(name: string): number {
  return Number(name.slice(0, 4));
}

/** The migrations a database has, in order; none when it has never seen Cairn. */
export async function appliedMigrations(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `select to_regclass('public.cairn_migration') is not null as there`
  );
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.cairn_migration order by name'
  );
  return rows;
}

/**
 * Brings the database up to date and answers with the names of what was applied by this call.
 * Each migration has one transaction, taken under a lock that other starters wait for, so any number may begin at once.
 * A migration runs with `row_security = off`: a statement that row-level security would quietly filter fails aloud instead.
 *
 * Assumes: `client` is signed in as the owner, outside a transaction.
 * Refuses: throws a `GroundRefusal` when a landed migration was changed or is missing, when the database is newer, or when one fails.
 */
export async function migrate(
  client: pg.ClientBase,
  files: readonly Migration[]
): Promise<readonly string[]> {
  await ensureBookkeeping(client);
  const done: string[] = [];
  for (;;) {
    const next = await inLockedTransaction(client, async () => {
      const applied = await appliedMigrations(client);
      const problem = migrationProblem(files, applied);
      if (problem !== null) throw new GroundRefusal(problem);
      const pending = files.find((file) => !applied.some((known) => known.name === file.name));
      if (pending !== undefined) await apply(client, pending);
      return pending;
    });
    if (next === undefined) return done;
    done.push(next.name);
  }
}

/** Makes the two tables in which a database remembers its migrations and its installation. */
export async function ensureBookkeeping(client: pg.ClientBase): Promise<void> {
  await inLockedTransaction(client, () => client.query(bookkeeping));
}

const bookkeeping = `
  create table if not exists public.cairn_migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
  create table if not exists public.cairn_installation (
    only_one boolean primary key default true check (only_one),
    secret bytea not null,
    grants_checksum text
  );
  revoke all on public.cairn_migration, public.cairn_installation from public;
`;

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  const transaction = await transactionId(client);
  try {
    await client.query('set local row_security = off');
    await client.query(migration.sql);
  } catch (fault) {
    throw new GroundRefusal({
      kind: 'migration-failed',
      name: migration.name,
      reason: fault instanceof Error ? fault.message : String(fault)
    });
  }
  if ((await transactionId(client)) !== transaction) {
    throw new GroundRefusal({
      kind: 'migration-failed',
      name: migration.name,
      reason: 'it ends its own transaction, so part of it may have been kept'
    });
  }
  await client.query('insert into public.cairn_migration (name, checksum) values ($1, $2)', [
    migration.name,
    migration.checksum
  ]);
}

async function transactionId(client: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
  return rows[0]?.id;
}

/**
 * Runs the grants file when it, or anything it speaks of, has changed. It states everything the application may do, in one place.
 * Assumes: the role `cairn_application` exists.
 */
export async function applyGrants(
  client: pg.ClientBase,
  file: string,
  always: boolean
): Promise<void> {
  const sql = fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const checksum = checksumOf(sql);
  await inLockedTransaction(client, async () => {
    const { rows } = await client.query<{ grants_checksum: string | null }>(
      'select grants_checksum from public.cairn_installation'
    );
    if (!always && rows[0]?.grants_checksum === checksum) return;
    await client.query(sql);
    await client.query('update public.cairn_installation set grants_checksum = $1', [checksum]);
  });
}

/** Does `work` in a transaction that holds the lock on the database's structure. */
export async function inLockedTransaction<Answer>(
  client: pg.ClientBase,
  work: () => Promise<Answer>
): Promise<Answer> {
  await client.query('begin');
  try {
    await client.query(lock);
    const answer = await work();
    await client.query('commit');
    return answer;
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw fault;
  }
}
