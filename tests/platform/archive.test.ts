import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type pg from 'pg';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ArchiveRefusal, writeArchive } from '../../src/ground/archive.ts';
import { connect, prepareDatabase } from '../../src/ground/connection.ts';
import { migrationsFolder } from '../../src/ground/migrations.ts';
import { restoreArchive, RestoreRefusal } from '../../src/ground/restoring.ts';
import { emptyDatabase, freshDatabase, testDatabase } from '../support/database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

/** Text with everything that has ever upset a line-based file. */
const awkward = 'Talk "groups" \\ back,\nnext line\r\n\u2028separator\u2029 – £5 • 🪨 null';
const takenAt = new Date('2026-03-01T09:00:00Z');

async function open(config: pg.PoolConfig): Promise<pg.Client> {
  const client = await connect(config);
  onTestFinished(() => client.end());
  return client;
}

function temporaryFile(name: string): string {
  const folder = makeTemporaryFolder('archive');
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, name);
}

/** A partnership with people, in which things were changed, so that history and numbered rows exist too. */
async function fillSomething(owner: pg.PoolConfig): Promise<void> {
  const client = await connect(owner);
  const [place, person] = [randomUUID(), randomUUID()];
  try {
    await client.query('begin');
    await client.query(`select set_config('cairn.partnership_id', $1, true)`, [place]);
    await client.query(`insert into person (id, email, name) values ($1, $2, $3)`, [
      person,
      'made-up@fernhollow.example',
      awkward
    ]);
    await client.query(
      `insert into partnership (id, slug, name, kind, made_up, about, created_at)
       values ($1, 'fernhollow', 'Fernhollow', 'place', true, $2, '2026-01-31 23:59:59.123456+00')`,
      [place, awkward]
    );
    await client.query(
      `insert into membership (partnership_id, person_id, role) values ($1, $2, 'lead')`,
      [place, person]
    );
    await client.query(`update partnership set vision = 'Every child' where id = $1`, [place]);
    await client.query(
      `insert into session (token_hash, person_id, created_at, last_used_at, expires_at)
       values ('\\x00ff10', $1, now(), now(), now())`,
      [person]
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** An archive as text, without what differs between two of the same records. */
function contentOf(file: string): string[] {
  return gunzipSync(fs.readFileSync(file)).toString('utf8').split('\n').slice(1);
}

/** An archive with this content, whose checksum fits it. */
function written(content: string): Buffer {
  const at = content.lastIndexOf('["end"');
  const checksum = createHash('sha256').update(content.slice(0, at)).digest('hex');
  const [end, rows] = JSON.parse(content.slice(at)) as [string, number]; // as Cairn has just written it
  return gzipSync(`${content.slice(0, at)}${JSON.stringify([end, rows, checksum])}\n`);
}

async function archiveOf(owner: pg.PoolConfig, name = 'all.jsonl.gz'): Promise<string> {
  const client = await open(owner);
  const file = temporaryFile(name);
  await writeArchive(client, file, takenAt);
  return file;
}

async function restoreInto(owner: pg.PoolConfig, file: string): Promise<unknown> {
  const client = await open(owner);
  try {
    return await restoreArchive(client, file, migrationsFolder);
  } catch (fault) {
    if (fault instanceof ArchiveRefusal || fault instanceof RestoreRefusal) return fault.problem;
    throw fault;
  }
}

describe('a backup', () => {
  beforeAll(async () => fillSomething((await testDatabase()).owner));

  test('restored into an empty database gives every row of every table back', async () => {
    const { owner } = await testDatabase();
    const file = await archiveOf(owner);
    const there = await emptyDatabase();
    expect(await restoreInto(there.owner, file)).toMatchObject({
      rows: expect.any(Number) as number
    });
    expect(contentOf(await archiveOf(there.owner))).toEqual(contentOf(file));
    expect(contentOf(file).join('\n')).toContain('2026-01-31T23:59:59.123456+00:00');

    const client = await open(there.owner);
    const { rows } = await client.query<{ name: string }>('select name from person');
    expect(rows).toEqual([{ name: awkward }]);
    // Somebody was signed in when it was taken.
    expect((await client.query('select from session')).rows).toEqual([]);
  });

  test('leaves the database as it was, row-level security and all', async () => {
    const { owner } = await testDatabase();
    const client = await open(owner);
    const forced = `select relname from pg_class where relforcerowsecurity order by 1`;
    const before = (await client.query(forced)).rows;
    await archiveOf(owner);
    expect((await client.query(forced)).rows).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  test('restored keeps links, triggers, row-level security and numbering in force', async () => {
    const { owner } = await testDatabase();
    const there = await emptyDatabase();
    await restoreInto(there.owner, await archiveOf(owner));
    const { app } = await prepareDatabase(there.owner);
    const [restored, original] = [await open(there.owner), await open(owner)];
    for (const question of [
      `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace order by 1, 2`,
      `select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal order by 1, 2`,
      `select relname, relforcerowsecurity, relrowsecurity from pg_class
        where relnamespace = 'public'::regnamespace order by 1`,
      `select sequencename, last_value from pg_sequences order by 1`
    ]) {
      expect((await restored.query(question)).rows).toEqual((await original.query(question)).rows);
    }
    const asApplication = await open(app);
    expect((await asApplication.query('select * from membership')).rows).toEqual([]);
  });

  test('is refused where there is something already', async () => {
    const { owner } = await testDatabase();
    const file = await archiveOf(owner);
    expect(await restoreInto((await freshDatabase()).owner, file)).toEqual({ kind: 'not-empty' });
  });

  test.each([
    { about: 'breaks off inside a row', keep: -40 },
    { about: 'has lost its last line', keep: -1 }
  ])('that $about is refused before anything is touched', async ({ keep }) => {
    const { owner } = await testDatabase();
    const whole = gunzipSync(fs.readFileSync(await archiveOf(owner))).toString('utf8');
    const cut =
      keep === -1
        ? `${whole.trimEnd().split('\n').slice(0, -1).join('\n')}\n`
        : whole.slice(0, keep);
    const file = temporaryFile('cut.jsonl.gz');
    fs.writeFileSync(file, gzipSync(cut));
    const there = await emptyDatabase();
    expect(await restoreInto(there.owner, file)).toEqual({ kind: 'incomplete' });
    const client = await open(there.owner);
    expect((await client.query(`select to_regclass('public.person') as there`)).rows).toEqual([
      { there: null }
    ]);
  });

  test('whose compressed file is cut short is refused', async () => {
    const { owner } = await testDatabase();
    const bytes = fs.readFileSync(await archiveOf(owner));
    const file = temporaryFile('short.jsonl.gz');
    fs.writeFileSync(file, bytes.subarray(0, bytes.length - 20));
    expect(await restoreInto((await emptyDatabase()).owner, file)).toEqual({ kind: 'incomplete' });
  });

  test.each([
    { about: 'is not compressed', bytes: Buffer.from('hello') },
    { about: 'is something else', bytes: gzipSync('hello\n') },
    { about: 'is another JSON', bytes: gzipSync('{"cases":[]}\n') },
    { about: 'is empty', bytes: gzipSync('') }
  ])('that $about is refused as no backup', async ({ bytes }) => {
    const file = temporaryFile('other.gz');
    fs.writeFileSync(file, bytes);
    expect(await restoreInto((await emptyDatabase()).owner, file)).toEqual({
      kind: 'not-an-archive'
    });
  });

  test('of a newer Cairn is refused, and a row that does not fit keeps nothing; another try then succeeds', async () => {
    const { owner } = await testDatabase();
    const good = await archiveOf(owner);
    const whole = gunzipSync(fs.readFileSync(good)).toString('utf8');
    const newer = temporaryFile('newer.jsonl.gz');
    const [header, ...others] = whole.split('\n');
    const extended = JSON.parse(header ?? '') as { migrations: unknown[] }; // the form is the test's subject
    extended.migrations.push({ name: '9999_later.sql', checksum: 'x' });
    fs.writeFileSync(newer, written([JSON.stringify(extended), ...others].join('\n')));
    const altered = temporaryFile('altered.jsonl.gz');
    fs.writeFileSync(altered, gzipSync(whole.replace('Every child', 'Every chill')));
    const there = await emptyDatabase();
    expect(await restoreInto(there.owner, altered)).toEqual({ kind: 'altered' });
    expect(await restoreInto(there.owner, newer)).toEqual({
      kind: 'from-a-newer-cairn',
      name: '9999_later.sql'
    });

    const misfit = temporaryFile('misfit.jsonl.gz');
    fs.writeFileSync(misfit, written(whole.replace('"role":"lead"', '"role":"queen"')));
    expect(await restoreInto(there.owner, misfit)).toMatchObject({
      kind: 'does-not-fit',
      table: 'membership'
    });
    const client = await open(there.owner);
    expect((await client.query('select * from person')).rows).toEqual([]);
    expect(await restoreInto(there.owner, good)).toMatchObject({
      rows: expect.any(Number) as number
    });
    expect(await restoreInto(there.owner, good)).toEqual({ kind: 'not-empty' });
  });
});

describe('the commands', () => {
  function cairn(args: readonly string[], database: pg.PoolConfig) {
    const { connectionString, host, user, password, port, database: name } = database;
    const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
    const address =
      connectionString ??
      `postgres://${user ?? ''}${secret}@${encodeURIComponent(host ?? '')}:${port ?? 5432}/${name ?? ''}`;
    const program = path.resolve(import.meta.dirname, '../../src/cli/index.ts');
    return spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATABASE_URL: address }
    });
  }

  test('migrate, backup and restore work together and answer with JSON', async () => {
    const [here, there] = [await emptyDatabase(), await emptyDatabase()];
    const migrated = cairn(['migrate'], here.owner);
    expect(migrated.stderr).toBe('');
    expect(JSON.parse(migrated.stdout)).toEqual({
      applied: fs.readdirSync(migrationsFolder).sort()
    });
    expect(JSON.parse(cairn(['migrate'], here.owner).stdout)).toEqual({ applied: [] });

    await fillSomething(here.owner);
    const file = temporaryFile('commands.jsonl.gz');
    const backup = cairn(['backup', file], here.owner);
    expect(JSON.parse(backup.stdout)).toMatchObject({ file, rows: expect.any(Number) as number });
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    const again = cairn(['backup', file], here.owner);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('is there already')]);

    const restore = cairn(['restore', file], there.owner);
    expect(restore.stderr).toBe('');
    expect(JSON.parse(restore.stdout)).toMatchObject({ migrated: [] });
    const twice = cairn(['restore', file], there.owner);
    expect([twice.status, twice.stderr]).toEqual([1, expect.stringContaining('already holds')]);
  });

  test('a database that does not answer is one clear sentence', () => {
    const answer = cairn(['migrate'], { connectionString: 'postgres://nobody@127.0.0.1:1/none' });
    expect([answer.status, answer.stdout]).toEqual([1, '']);
    expect(answer.stderr).toMatch(/^The database did not answer .*\n$/);
  });
});
