import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { unprivilegedAccount } from '../../src/ground/embedded/account.ts';
import { makeTemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { throwawaySettings } from '../../tests/support/throwaway-settings.ts';
import { installFromDebian } from './debian.ts';

const programs = '/usr/lib/postgresql/15/bin';
const patience = 60_000; // milliseconds for the server to start

/**
 * Does `work` with the address of a PostgreSQL 15 server, signed in as a role that may create databases and roles but is no superuser.
 * The server is the one named, or a throwaway one from Debian's packages, which are installed when they are missing and may be.
 */
export async function withPostgres15<Answer>(
  named: string | undefined,
  work: (address: string) => Promise<Answer>
): Promise<Answer> {
  if (named !== undefined && named !== '') return work(named);
  if (!fs.existsSync(path.join(programs, 'postgres'))) {
    installFromDebian(
      ['postgresql-15'],
      'The database tests need PostgreSQL 15. Install Debian’s package postgresql-15, or name a server in CAIRN_TEST_DATABASE_URL.'
    );
  }
  const folder = makeTemporaryFolder('postgres-15');
  try {
    return await withThrowawayServer(folder, work);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function withThrowawayServer<Answer>(
  folder: string,
  work: (address: string) => Promise<Answer>
): Promise<Answer> {
  const account = unprivilegedAccount(null);
  const identity = account === null ? {} : { uid: account.uid, gid: account.gid };
  const inside = path.join(folder, 'server');
  fs.mkdirSync(inside, { mode: 0o700 });
  const password = randomBytes(18).toString('base64url');
  const passwordFile = path.join(inside, 'password');
  fs.writeFileSync(passwordFile, password);
  if (account !== null) {
    for (const made of [inside, passwordFile]) fs.chownSync(made, account.uid, account.gid);
  }
  const data = path.join(inside, 'data');
  const made = spawnSync(
    path.join(programs, 'initdb'),
    [
      ...['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
      ...['-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
    ],
    { ...identity, cwd: inside, encoding: 'utf8' }
  );
  if (made.status !== 0) throw new Error(`PostgreSQL 15 could not be set up:\n${made.stderr}`);

  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    ...throwawaySettings
  };
  const server = spawn(
    path.join(programs, 'postgres'),
    [
      '-D',
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    ],
    { ...identity, cwd: inside, detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
  );
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  try {
    const superuser = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' };
    await makeOwner(superuser, password, () => said);
    return await work(`postgres://cairn_owner:${password}@127.0.0.1:${port}/cairn`);
  } finally {
    server.kill('SIGINT');
    await ended;
  }
}

async function makeOwner(
  superuser: pg.ClientConfig,
  password: string,
  said: () => string
): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    const client = new pg.Client(superuser);
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(
        `create role cairn_owner login createdb createrole password ${client.escapeLiteral(password)}`
      );
      await client.query('create database cairn owner cairn_owner');
      return;
    } catch (fault) {
      if (Date.now() > end)
        throw new Error(`PostgreSQL 15 did not start: ${said()}`, { cause: fault });
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
