import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { testPlace, testWorld } from '../support/world.ts';

const world = await testWorld();
const place = await testPlace(world);
const { app, owner } = await testDatabase();

async function ask<Row extends pg.QueryResultRow>(
  config: pg.PoolConfig,
  text: string,
  values: unknown[] = []
): Promise<Row[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

type Table = {
  name: string;
  secured: boolean;
  forced: boolean;
  policies: number;
  recorded: boolean;
  first_key: string | null;
};

const tables = await ask<Table>(
  owner,
  `select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
     (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
     -- Bits of tgtype: 4 insert, 8 delete, 16 update. One trigger a row, or one a statement for each of the three.
     (select coalesce(bit_or(t.tgtype & 28), 0) = 28 from pg_trigger t join pg_proc f on f.oid = t.tgfoid
      where t.tgrelid = c.oid and t.tgenabled = 'O' and f.proname like 'record_change%') as recorded,
     (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary) as first_key
   from pg_class c
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
     and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id')
   order by 1`
);

/** Tables whose rows are not recorded one by one, each with its reason. */
const recordedOtherwise: Readonly<Record<string, string>> = {
  assessment_answer: 'is secret until the reveal, and what is recorded could be read before it',
  ring_note: 'is secret until its kind is shown, and is forgotten when the workshop ends',
  ring_dot: 'is secret, and is forgotten when the workshop ends',
  ring_person: 'holds guests, who are forgotten when the workshop ends',
  change: 'is the record itself',
  command_run: 'is the record itself',
  visit: 'says only when a member was last here',
  survey_response:
    'is anonymous, is never changed, and must leave nothing behind when it is removed',
  survey_by_link: 'counts answers that came by link, of whoever',
  remembered_matching: 'says how a file was read, and is recorded by what the file then changes',
  service_import: 'waits for somebody to confirm it, and is recorded by what it then changes',
  indicator_import_draft:
    'waits for somebody to confirm it, and is recorded by what it then changes',
  indicator_import_row: 'waits with its file, and is recorded by the values it then changes',
  factor_walk: 'is on its way to a decision, and is recorded by the decision it leads to',
  api_token_use: 'says only when a token was used last',
  test_words: 'is read off the test, for searching'
};

describe.each(tables)('the table $name', (table) => {
  test('is behind row-level security, which binds its owner too', () => {
    expect(table).toMatchObject({ secured: true, forced: true });
    expect(table.policies).toBeGreaterThan(0);
  });

  test('records every change', () => {
    expect(table.recorded || table.name in recordedOtherwise).toBe(true);
  });

  test('has the partnership first in its key', () => {
    const isLog = table.name === 'command_run';
    expect(table.first_key).toBe(isLog ? 'id' : 'partnership_id');
  });

  test('shows nothing to the application without a scope', async () => {
    expect(await ask(app, `select 1 from ${table.name} limit 1`)).toEqual([]);
  });
});

test('the application is neither owner nor superuser, and cannot step around security', async () => {
  const rows = await ask(
    app,
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`
  );
  expect(rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
  ]);
  const owned = await ask(app, `select 1 from pg_class where relowner = current_user::regrole`);
  expect(owned).toEqual([]);
});

test('the application can neither write nor change history', async () => {
  for (const statement of [
    `insert into change (partnership_id, at, table_name, record_id, action) values ('${place.id}', now(), 'x', 'x', 'added')`,
    `update change set table_name = 'x'`,
    `delete from change`,
    `update command_run set outcome = 'done'`,
    `delete from command_run`,
    `delete from content_pack`
  ]) {
    await expect(ask(app, statement)).rejects.toThrow(/permission denied/);
  }
});

test('a scope of one partnership cannot write into another', async () => {
  const other = await testPlace(world, 'Other');
  const client = new pg.Client(app);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('cairn.partnership_id', $1, true)`, [place.id]);
    await expect(
      client.query(
        `insert into membership (partnership_id, person_id, role) values ($1, $2, 'lead')`,
        [other.id, place.people.lead.personId]
      )
    ).rejects.toThrow(/row-level security/);
  } finally {
    await client.end();
  }
});
