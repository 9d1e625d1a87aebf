import type pg from 'pg';
import { connect, prepareDatabase } from '../../src/ground/connection.ts';
import { migrate, migrationsFolder, readMigrations } from '../../src/ground/migrations.ts';
import type { World } from '../../src/platform/command.ts';
import { emptyDatabase } from './database.ts';
import { whenTheFileEnds } from './end-of-file.ts';
import { worldOn } from './world.ts';

/** Trying a migration on rows that were there before it: an older database, filled, and brought up to date. */

/** Every row of every table, by table and then by key. */
export type Rows = Readonly<Record<string, Readonly<Record<string, Row>>>>;
type Row = Readonly<Record<string, unknown>>;

export type OlderDatabase = {
  /** Signed in as the owner of the tables. */
  readonly client: pg.Client;
  /** Does `work` as the application would have: inside one partnership, by one person, at a moment, with its changes recorded. */
  within(scope: OldScope, work: (client: pg.Client) => Promise<unknown>): Promise<void>;
  /** Applies what comes next, up to a number or to the newest; answers the names of what was applied. */
  migrateOn(to?: number): Promise<readonly string[]>;
  /** Makes it what a Cairn of today works with: the newest migrations, grants, the application's role, content. */
  asToday(): Promise<World>;
};

export type OldScope = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly at: string;
};

/**
 * A database as it was when migration `number` was the newest, with no rows. Closed and dropped when the test file ends.
 */
export async function migratedUpTo(number: number): Promise<OlderDatabase> {
  const files = readMigrations(migrationsFolder);
  const { owner } = await emptyDatabase();
  const client = await connect(owner);
  whenTheFileEnds(() => client.end());
  const migrateOn = (to = Infinity) =>
    migrate(
      client,
      files.filter((file) => file.number <= to)
    );
  await migrateOn(number);
  return {
    client,
    migrateOn,
    async within({ partnershipId, personId, at }, work) {
      await client.query('begin');
      await client.query(
        `select set_config('cairn.partnership_id', $1, true), set_config('cairn.person_id', $2, true),
                set_config('cairn.now', $3, true)`,
        [partnershipId, personId, at]
      );
      await work(client);
      await client.query('commit');
    },
    async asToday() {
      const { app } = await prepareDatabase(owner);
      const world = await worldOn({ app, owner });
      whenTheFileEnds(() => world.database.destroy());
      return world;
    }
  };
}

/** All rows that are there now, whomever they belong to. */
export async function everyRow(client: pg.Client): Promise<Rows> {
  const { rows: tables } = await client.query<{ name: string; key: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as key
       from pg_class c
       join pg_index i on i.indrelid = c.oid and i.indisprimary
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'cairn\\_%'
      group by c.relname order by c.relname`
  );
  const all: Record<string, Record<string, Row>> = {};
  await client.query('begin'); // rolled back: row-level security binds the owner again afterwards
  for (const { name, key } of tables) {
    await client.query(`alter table ${name} no force row level security`);
    const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t`);
    all[name] = Object.fromEntries(
      rows.map(({ row }) => [key.map((column) => String(row[column])).join(' '), row])
    );
  }
  await client.query('rollback');
  return all;
}

/**
 * What was there before and is not there as it was: a line for each row, column or value that went or changed.
 * Columns named in `moved` are left out: a test that names them looks where they went.
 */
export function lostBetween(
  before: Rows,
  after: Rows,
  moved: Readonly<Record<string, readonly string[]>> = {}
): string[] {
  return Object.entries(before).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([key, row]) => {
      const now = after[table]?.[key];
      if (now === undefined) return [`${table} ${key}: the row is gone`];
      return Object.entries(row).flatMap(([column, value]) => {
        if (moved[table]?.includes(column) === true) return [];
        const said = JSON.stringify(now[column]);
        return said === JSON.stringify(value)
          ? []
          : [`${table} ${key}: ${column} was ${JSON.stringify(value)} and is ${said}`];
      });
    })
  );
}
