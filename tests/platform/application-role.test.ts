import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkApplication } from '../../src/ground/application-role.ts';
import { connect, prepareDatabase } from '../../src/ground/connection.ts';
import { withCredentials } from '../../src/ground/database-address.ts';
import { emptyDatabase, freshDatabase, testDatabase } from '../support/database.ts';
import { refusalOf } from '../support/refusals.ts';

async function open(config: pg.PoolConfig): Promise<pg.Client> {
  const client = await connect(config);
  onTestFinished(() => client.end());
  return client;
}

/** The address of a connection as somebody would write it into the environment. */
function addressOf(config: pg.PoolConfig): string {
  if (config.connectionString !== undefined) return config.connectionString;
  const { user, password, host, port, database } = config;
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
  const place = encodeURIComponent(host ?? '');
  return `postgres://${user ?? ''}${secret}@${place}:${port ?? 5432}/${database ?? ''}`;
}

describe('the role the application signs in as', () => {
  test('is neither superuser nor owner, makes no roles, and cannot pass row-level security by', async () => {
    const { app } = await testDatabase();
    const client = await open(app);
    const { rows } = await client.query(
      `select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls
         from pg_roles where pg_has_role(session_user, oid, 'MEMBER')`
    );
    expect(rows).toHaveLength(2);
    expect(rows.flatMap((row: Record<string, boolean>) => Object.values(row))).not.toContain(true);
  });

  test.each([
    { to: 'make a table', sql: 'create table mine (word text)' },
    { to: 'make a temporary table', sql: 'create temporary table mine (word text)' },
    { to: 'read the installation’s secret', sql: 'select * from cairn_installation' },
    { to: 'read which migrations landed', sql: 'select * from cairn_migration' },
    { to: 'write history', sql: `insert into change (partnership_id) values (gen_random_uuid())` },
    { to: 'change history', sql: `update change set action = 'added'` },
    { to: 'remove history', sql: 'delete from change' },
    { to: 'change what was done', sql: `update command_run set outcome = 'done'` },
    { to: 'remove what was done', sql: 'delete from command_run' },
    { to: 'empty a table', sql: 'truncate membership' }
  ])('may not $to', async ({ sql }) => {
    const { app } = await testDatabase();
    const client = await open(app);
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  test('may not go to the database of another Cairn on the same server', async () => {
    const here = await testDatabase();
    const there = await freshDatabase();
    const client = await open(here.app);
    const { rows } = await client.query<{ here: boolean; there: boolean }>(
      `select has_database_privilege($1, 'connect') as here, has_database_privilege($2, 'connect') as there`,
      [here.name, there.name]
    );
    expect(rows).toEqual([{ here: true, there: false }]);
  });

  test('is the same for every server on the database, and is put right when its password was changed', async () => {
    const { app, owner } = await freshDatabase();
    const role = new pg.Client(app).user ?? '';
    const client = await open(owner);
    await client.query(`alter role ${client.escapeIdentifier(role)} password 'something else'`);
    const again = await prepareDatabase(owner);
    expect(again.app).toEqual(app);
    expect(await checkApplication(again.app)).toEqual({ role });
  });
});

describe('an application connection', () => {
  test('that owns the tables or makes roles is never handed out', async () => {
    const { owner } = await testDatabase();
    const problem = await refusalOf(() => checkApplication(owner));
    expect(problem).toMatchObject({ kind: 'application-too-powerful' });
    expect(await refusalOf(() => prepareDatabase(owner, addressOf(owner)))).toEqual(problem);
  });

  test('that owns a table through a role it belongs to is refused too', async () => {
    const { app, owner } = await freshDatabase();
    const client = await open(owner);
    const role = client.escapeIdentifier(new pg.Client(app).user ?? '');
    const between = `cairn_test_${randomUUID().slice(0, 8)}`;
    await client.query(`create role "${between}" nologin in role cairn_application`);
    onTestFinished(async () => {
      await client.query(`drop owned by "${between}"`);
      await client.query(`drop role "${between}"`);
    });
    await client.query(`grant "${between}" to ${role}`);
    await client.query(`grant create on schema public to "${between}"`);
    const asApplication = await open(app);
    await asApplication.query(`set role "${between}"`);
    await asApplication.query('create table owned_in_between (word text)');
    expect(await refusalOf(() => checkApplication(app))).toMatchObject({
      kind: 'application-too-powerful',
      because: 'owns-tables'
    });
    await client.query(`grant "${between}" to current_user`);
  });

  test('that cannot sign in is refused with the reason', async () => {
    const { owner } = await testDatabase();
    const nobody = withCredentials(owner, { role: 'cairn_test_nobody', password: 'none' });
    expect(await refusalOf(() => checkApplication(nobody))).toMatchObject({
      kind: 'application-cannot-sign-in',
      role: 'cairn_test_nobody'
    });
  });

  test('may be named where the owner may not make roles, and is asked for there', async () => {
    const { owner: admin, name } = await emptyDatabase();
    const client = await open(admin);
    // The group is there once any Cairn has been on this server.
    await testDatabase();
    const [plain, named] = ['owner', 'app'].map(
      (part) => `cairn_test_${part}_${randomUUID().slice(0, 8)}`
    ) as [string, string]; // two in, two out
    await client.query(`create role "${plain}" login password 'plain' nocreaterole`);
    await client.query(`create role "${named}" login password 'named' in role cairn_application`);
    await client.query(`grant all on schema public to "${plain}"`);
    await client.query(`grant all on database ${name} to "${plain}"`);
    const owner = withCredentials(admin, { role: plain, password: 'plain' });
    onTestFinished(async () => {
      const last = await connect(admin);
      await last.query(`grant "${plain}" to current_user`);
      await last.query(`drop owned by "${plain}", "${named}" cascade`).catch(() => undefined);
      await last.query(`drop owned by "${plain}" cascade`).catch(() => undefined);
      await last.query(`drop role if exists "${plain}", "${named}"`).catch(() => undefined);
      await last.end();
    });

    const problem = await refusalOf(() => prepareDatabase(owner));
    expect(problem).toMatchObject({ kind: 'may-not-create-roles', owner: plain });

    const app = withCredentials(admin, { role: named, password: 'named' });
    const ready = await prepareDatabase(owner, addressOf(app));
    expect(await checkApplication(ready.app)).toEqual({ role: named });
  });
});
