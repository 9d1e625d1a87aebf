import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { GroundRefusal } from '../problems.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { isPostgres, isRunning } from './processes.ts';
import { makeSocketFolder, type Places } from './places.ts';

/** How the embedded server is reached: by a socket only our account can open, or (Windows has no such thing) by loopback with a password. */
export type Transport = 'socket' | 'tcp';

/** The superuser's way in. */
export type ServerAddress = {
  readonly host: string;
  readonly port: number;
  readonly user: 'postgres';
  readonly database: 'postgres';
  readonly password?: string;
};

const patience = 60_000; // milliseconds to start, recovery after a crash included
const socketPort = 5432; // only part of the socket's name; nothing listens on the network

/** Makes the data folder when there is none: into a draft first, then renamed, so that half a folder is never taken for a whole one. */
export function initialise(binaries: Binaries, places: Places, transport: Transport): void {
  if (fs.existsSync(path.join(places.data, 'PG_VERSION'))) return;
  for (const name of fs.readdirSync(places.home)) {
    if (name.startsWith('draft-')) {
      fs.rmSync(path.join(places.home, name), { recursive: true, force: true });
    }
  }
  const draft = path.join(places.home, `draft-${process.pid}`);
  fs.mkdirSync(draft, { mode: 0o700 });
  giveTo(places.account, draft);
  const passwordFile = path.join(draft, 'password');
  if (transport === 'tcp') {
    fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    giveTo(places.account, passwordFile);
  }
  const inside = path.join(draft, 'data');
  const answer = spawnSync(
    binaries.program('initdb'),
    [
      `--pgdata=${inside}`,
      '--username=postgres',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      ...(transport === 'tcp'
        ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
        : ['--auth-local=trust', '--auth-host=reject'])
    ],
    { ...identity(places.account), cwd: draft, encoding: 'utf8', env: quietEnvironment() }
  );
  if (answer.status !== 0) {
    fs.rmSync(draft, { recursive: true, force: true });
    const said = answer.error?.message ?? answer.stderr;
    throw new GroundRefusal({ kind: 'did-not-start', log: places.log, lastLines: said.trim() });
  }
  if (transport === 'tcp') fs.renameSync(passwordFile, path.join(inside, 'cairn-password'));
  fs.renameSync(inside, places.data);
  fs.rmSync(draft, { recursive: true, force: true });
}

/**
 * The address of the server on this data folder: of one that answers already, or of one started now. A server that has ended and is
 * to be started again gets its `known` address back.
 * Call it under the lock of the folder.
 */
export async function adoptOrStart(
  binaries: Binaries,
  places: Places,
  transport: Transport,
  settings: Readonly<Record<string, string>>,
  known: ServerAddress | null = null
): Promise<{ address: ServerAddress; adopted: boolean }> {
  // Whoever uses the server already goes on looking for it where it was.
  const address = known ?? (await chooseAddress(places, transport));
  const end = Date.now() + patience;
  if (await answers(address, places)) return { address, adopted: true };
  let child: ChildProcess | null = null;
  for (;;) {
    if (!isAlive(child) && !isPostgres(postmasterId(places))) {
      // Nothing runs: what a dead server left behind must not stop a new one.
      fs.rmSync(path.join(places.data, 'postmaster.pid'), { force: true });
      if (transport === 'socket') clearSocket(address);
      child = launch(binaries, places, address, transport, settings);
    }
    // A server that is already there but doesn't answer yet is recovering, or stopping; either way it is worth waiting for.
    for (let turn = 0; turn < 15 && (turn === 0 || isAlive(child)); turn += 1) {
      if (await answers(address, places)) return { address, adopted: child === null };
      await pause(10);
    }
    const settled = !isAlive(child) && !isPostgres(postmasterId(places));
    if (Date.now() > end || (settled && !stillWindingDown(places))) {
      throw new GroundRefusal({
        kind: 'did-not-start',
        log: places.log,
        lastLines: lastLines(places.log)
      });
    }
    if (settled) await pause(200);
  }
}

function isAlive(child: ChildProcess | null): boolean {
  return child !== null && child.exitCode === null && child.signalCode === null;
}

function launch(
  binaries: Binaries,
  places: Places,
  address: ServerAddress,
  transport: Transport,
  settings: Readonly<Record<string, string>>
): ChildProcess {
  const all: Record<string, string> = {
    shared_buffers: '128MB',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    unix_socket_permissions: '0700',
    ...settings,
    listen_addresses: transport === 'tcp' ? '127.0.0.1' : '',
    unix_socket_directories: transport === 'socket' ? address.host : '',
    port: String(address.port)
  };
  fs.rmSync(`${places.log}.previous`, { force: true });
  if (fs.existsSync(places.log)) fs.renameSync(places.log, `${places.log}.previous`);
  const log = fs.openSync(places.log, 'a', 0o600);
  try {
    const child = spawn(
      binaries.program('postgres'),
      [
        '-D',
        places.data,
        ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
      ],
      {
        ...identity(places.account),
        cwd: places.data,
        env: quietEnvironment(),
        // A process group of its own: Ctrl-C in the terminal reaches us, and we stop it in order.
        detached: true,
        stdio: ['ignore', log, log],
        windowsHide: true
      }
    );
    child.on('error', (fault) => fs.appendFileSync(places.log, `${fault.message}\n`));
    child.unref();
    return child;
  } finally {
    fs.closeSync(log);
  }
}

/**
 * Stops the server in order: open transactions are rolled back, everything is written, the pid file goes.
 * Refuses: `did-not-stop` when it has not gone after a minute.
 */
export async function stopServer(places: Places, binaries: Binaries): Promise<void> {
  const pid = postmasterId(places);
  if (!isPostgres(pid)) return;
  if (process.platform === 'win32') {
    spawnSync(binaries.program('pg_ctl'), ['stop', '-m', 'fast', '-D', places.data]);
  } else {
    process.kill(pid, 'SIGINT');
  }
  const end = Date.now() + patience;
  while (isRunning(pid)) {
    if (Date.now() > end) throw new GroundRefusal({ kind: 'did-not-stop', folder: places.home });
    await pause(10);
  }
}

/** The process id in `postmaster.pid`, or 0 when there is none. */
export function postmasterId(places: Places): number {
  try {
    const first = fs.readFileSync(path.join(places.data, 'postmaster.pid'), 'utf8').split('\n')[0];
    return Math.abs(Number(first ?? 0)) || 0;
  } catch {
    return 0;
  }
}

async function answers(address: ServerAddress, places: Places): Promise<boolean> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`
    );
    const folder = rows[0]?.folder;
    if (folder === undefined || path.resolve(folder) !== places.data) {
      throw new GroundRefusal({ kind: 'socket-taken', folder: address.host });
    }
    return true;
  } catch (fault) {
    if (fault instanceof GroundRefusal) throw fault;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function chooseAddress(places: Places, transport: Transport): Promise<ServerAddress> {
  const who = { user: 'postgres', database: 'postgres' } as const;
  if (transport === 'socket') {
    return { ...who, host: makeSocketFolder(places, socketPort), port: socketPort };
  }
  const password = fs.readFileSync(path.join(places.data, 'cairn-password'), 'utf8');
  const running = isPostgres(postmasterId(places)) ? portInUse(places) : null;
  return { ...who, host: '127.0.0.1', port: running ?? (await freePort()), password };
}

/** The fourth line of `postmaster.pid` is the port. */
function portInUse(places: Places): number | null {
  try {
    const lines = fs.readFileSync(path.join(places.data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[3]) || null;
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function clearSocket(address: ServerAddress): void {
  const socket = path.join(address.host, `.s.PGSQL.${address.port}`);
  fs.rmSync(socket, { force: true });
  fs.rmSync(`${socket}.lock`, { force: true });
}

/** After its postmaster was killed, a server's last processes hold its memory for a moment; a new one must wait for them. */
function stillWindingDown(places: Places): boolean {
  return /pre-existing shared memory block|lock file "[^"]*" already exists/.test(
    lastLines(places.log)
  );
}

function lastLines(log: string): string {
  try {
    return fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  } catch {
    return '(the log cannot be read)';
  }
}

function giveTo(account: Account | null, file: string): void {
  if (account !== null) fs.chownSync(file, account.uid, account.gid);
}

function identity(account: Account | null): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

/** Our environment without what would change PostgreSQL's mind (PGDATA, PGPORT…), and without anything secret of Cairn's. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TZ', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  const environment: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of kept) {
    if (process.env[name] !== undefined) environment[name] = process.env[name];
  }
  return environment;
}
