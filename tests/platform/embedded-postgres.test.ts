import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  startEmbeddedPostgres,
  type EmbeddedOptions,
  type EmbeddedPostgres
} from '../../src/ground/embedded-postgres.ts';
import { isPostgres, isRunning } from '../../src/ground/embedded/processes.ts';
import { refusalOf } from '../support/refusals.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client(server.address);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

function folderFor(purpose: string): string {
  const folder = makeTemporaryFolder(purpose);
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

async function started(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(options);
  onTestFinished(() => server.stop());
  return server;
}

describe('a data folder that has been used before', () => {
  let folder = '';

  beforeAll(async () => {
    folder = makeTemporaryFolder('embedded');
    const server = await startEmbeddedPostgres({ folder });
    await ask(server, 'create table kept (word text)');
    await ask(server, `insert into kept values ('still here')`);
    await server.stop();
  });

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

  const left: EmbeddedPostgres[] = [];
  afterEach(async () => {
    for (const server of left.splice(0)) await server.stop();
  });
  async function start(): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ folder });
    left.push(server);
    return server;
  }

  test('keeps text as UTF-8, checks its pages, sorts by ICU, and listens on no network', async () => {
    const server = await start();
    const answer = await ask(
      server,
      `select current_setting('server_encoding'), current_setting('data_checksums') as checks,
              current_setting('listen_addresses') as network, current_setting('fsync') as sync,
              (select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'postgres') as locale,
              (select count(*)::int from pg_collation where collname = 'und-x-icu') as icu`
    );
    expect(answer).toEqual(['UTF8', 'on', '', 'on', 'b C.UTF-8', 1]);
  });

  test.skipIf(process.platform === 'win32')('lets only its own account at the socket', async () => {
    const server = await start();
    expect(fs.statSync(server.address.host).mode & 0o777).toBe(0o700);
  });

  test('starts again with its data, where it was made', async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await ask(server, 'select word from kept')).toEqual(['still here']);
  });

  test('is stopped in order, leaving nothing to recover', async () => {
    const server = await start();
    await server.stop();
    expect(isRunning(server.pid)).toBe(false);
    expect(fs.existsSync(path.join(server.home, 'pg18', 'postmaster.pid'))).toBe(false);
    const again = await start();
    const log = fs.readFileSync(path.join(again.home, 'postgres.log'), 'utf8');
    expect(log).toContain('database system was shut down');
    expect(log).not.toContain('not properly shut down');
  });

  test('has one server however many start at once, and the last to leave stops it', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
    expect(servers.filter(({ adopted }) => !adopted)).toHaveLength(1);
    await servers[0]?.stop();
    await servers[1]?.stop();
    const last = servers[2];
    if (last === undefined) throw new Error('There were three.');
    expect(await ask(last, 'select 1')).toEqual([1]);
    await last.stop();
    expect(isRunning(last.pid)).toBe(false);
  });

  test('has one server when several processes start at once', async () => {
    const script = path.resolve(import.meta.dirname, '../support/start-embedded.ts');
    const children = [1, 2, 3].map(() => fork(script, [folder], { execArgv: [] }));
    const reports = await Promise.all(children.map((child) => once(child, 'message')));
    const pids = reports.map(([report]) => (report as { pid: number }).pid); // start-embedded.ts sends this
    expect(new Set(pids).size).toBe(1);
    await Promise.all(
      children.map((child) => {
        child.kill('SIGTERM');
        return once(child, 'exit');
      })
    );
    expect(isRunning(pids[0] ?? 0)).toBe(false);
  });

  test('is adopted when the program that started it was killed', async () => {
    const script = path.resolve(import.meta.dirname, '../support/start-embedded.ts');
    const child = fork(script, [folder], { execArgv: [] });
    const [report] = (await once(child, 'message')) as [{ pid: number }]; // start-embedded.ts sends this
    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await start();
    expect(server).toMatchObject({ adopted: true, pid: report.pid });
    await server.stop();
    expect(isRunning(report.pid)).toBe(false);
  });

  test('keeps what was committed when the database itself is killed', async () => {
    const server = await start();
    await ask(server, `insert into kept values ('just now')`);
    process.kill(server.pid, 'SIGKILL');
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(await ask(again, 'select word from kept order by word')).toEqual([
      'just now',
      'still here'
    ]);
    await ask(again, `delete from kept where word = 'just now'`);
  });

  test('starts although a pid file names a process that is no database', async () => {
    fs.writeFileSync(path.join(folder, 'pg18', 'postmaster.pid'), `${process.pid}\n`);
    expect(isPostgres(process.pid)).toBe(false);
    const server = await start();
    expect(await ask(server, 'select word from kept')).toEqual(['still here']);
  });

  test('starts although whoever held its lock has died', async () => {
    fs.writeFileSync(path.join(folder, 'lock'), '999999999-1-left-behind');
    expect(await ask(await start(), 'select 1')).toEqual([1]);
  });
});

describe('a folder that is awkward', () => {
  test('too long for a socket is served through a short one', async () => {
    const folder = path.join(folderFor('long'), 'x'.repeat(60), 'y'.repeat(60));
    const server = await started({ folder });
    expect(server.address.host.length).toBeLessThan(80);
    expect(await ask(server, 'select 1')).toEqual([1]);
    await server.stop();
    expect(fs.existsSync(server.address.host)).toBe(false);
  });

  test('that is not a folder is refused with its name', async () => {
    const file = path.join(folderFor('file'), 'not-a-folder');
    fs.writeFileSync(file, '');
    expect(await refusalOf(() => startEmbeddedPostgres({ folder: file }))).toMatchObject({
      kind: 'folder-not-writable',
      folder: file
    });
  });

  test('with the data of another PostgreSQL is refused, not begun afresh', async () => {
    const folder = folderFor('version');
    fs.mkdirSync(path.join(folder, 'pg17'));
    expect(await refusalOf(() => startEmbeddedPostgres({ folder }))).toEqual({
      kind: 'folder-of-another-version',
      folder,
      found: '17'
    });
  });

  test.runIf(isRoot)('whose data belongs to somebody else is refused', async () => {
    const folder = folderFor('other');
    fs.mkdirSync(path.join(folder, 'pg18'));
    expect(await refusalOf(() => startEmbeddedPostgres({ folder }))).toEqual({
      kind: 'folder-of-another-account',
      folder
    });
  });

  test.runIf(isRoot)(
    'out of reach of the database is served from /var/lib/cairn, and says so',
    async () => {
      const shut = folderFor('shut');
      fs.chmodSync(shut, 0o700);
      const folder = path.join(shut, 'data');
      const server = await started({ folder });
      onTestFinished(() => fs.rmSync(server.home, { recursive: true, force: true }));
      expect(server.home).toMatch(/^\/var\/lib\/cairn\/[0-9a-f]{12}$/);
      const note: unknown = JSON.parse(
        fs.readFileSync(path.join(folder, 'elsewhere.json'), 'utf8')
      );
      expect(note).toMatchObject({ database: server.home });
      await ask(server, 'create table kept (word text)');
      await server.stop();
      const again = await started({ folder });
      expect(await ask(again, 'select count(*)::int from kept')).toEqual([0]);
    }
  );
});

describe('where there are no private sockets', () => {
  test('the server listens on this machine alone and asks for a password', async () => {
    const server = await started({ folder: folderFor('tcp'), transport: 'tcp' });
    expect(server.address.host).toBe('127.0.0.1');
    expect(await ask(server, 'show listen_addresses')).toEqual(['127.0.0.1']);
    const wrong = new pg.Client({ ...server.address, password: 'not it' });
    await expect(wrong.connect()).rejects.toThrow(/password authentication failed/);
    const second = await started({ folder: server.home, transport: 'tcp' });
    expect(second).toMatchObject({ adopted: true, address: server.address });
  });
});
