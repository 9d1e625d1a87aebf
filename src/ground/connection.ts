import path from 'node:path';
import pg from 'pg';
import {
  adoptApplicationRole,
  applicationLogin,
  checkApplication,
  ensureApplicationGroup,
  ensureApplicationLogin
} from './application-role.ts';
import type { Environment } from './application-connection.ts';
import { withCredentials } from './database-address.ts';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type KeepingNews
} from './embedded-postgres.ts';
import { GroundRefusal } from './problems.ts';
import {
  applyGrants,
  grantsFile,
  migrate,
  migrationsFolder,
  readMigrations
} from './migrations.ts';
import { isSet, modeOf } from './mode.ts';

/**
 * How this process reaches its database.
 * `app` signs in as the role the pages use (neither owner nor superuser); `owner` migrates, backs up and restores.
 */
export type DatabaseAccess = {
  readonly app: pg.PoolConfig;
  readonly owner: pg.PoolConfig;
  readonly kind: 'embedded' | 'server';
  /** What opening it changed: the migrations applied by this call. */
  readonly migrated: readonly string[];
  /** Keeps an embedded server running: one that ends by itself is started again. A server of somebody else's is theirs to keep. */
  keepRunning(tell: (sentence: string) => void): void;
  stop(): Promise<void>;
};

/** The owner's way to a database that has not been looked at yet. */
export type OwnerAccess = Pick<DatabaseAccess, 'owner' | 'kind' | 'keepRunning' | 'stop'>;

/** Where the embedded database and everything else Cairn keeps on disk lives: `CAIRN_DATA`, or `.cairn` in the project. */
function dataFolder(environment: Environment): string {
  const named = environment['CAIRN_DATA'];
  return isSet(named) ? path.resolve(named) : path.resolve(import.meta.dirname, '../../.cairn');
}

/**
 * Finds or starts the database, brings it up to date and hands out its two connections.
 *
 * With `DATABASE_URL` that server is used (PostgreSQL 15 or later); otherwise the embedded one, in `CAIRN_DATA` or `.cairn`, where the
 * demonstration and real records are two databases that never mix.
 * Refuses: throws a `GroundRefusal` with a sentence for whoever runs Cairn; never hands out an application connection that is
 * superuser, bypasses row security or owns tables.
 */
export async function openDatabase(environment: Environment): Promise<DatabaseAccess> {
  const ground = await openOwner(environment);
  try {
    const ready = await prepareDatabase(ground.owner, environment['CAIRN_APP_DATABASE_URL']);
    return { ...ground, ...ready };
  } catch (fault) {
    await ground.stop();
    throw fault;
  }
}

/** Finds or starts the database as it is, changing nothing in it. */
export async function openOwner(environment: Environment): Promise<OwnerAccess> {
  const address = environment['DATABASE_URL'];
  if (isSet(address)) {
    if (!/^postgres(ql)?:\/\//.test(address)) {
      throw new GroundRefusal({ kind: 'not-a-database-address', name: 'DATABASE_URL' });
    }
    return {
      kind: 'server',
      owner: { connectionString: address, application_name: 'cairn owner' },
      keepRunning: () => undefined,
      stop: () => Promise.resolve()
    };
  }
  const server = await startEmbeddedPostgres({ folder: dataFolder(environment) });
  try {
    const name = modeOf(environment) === 'demonstration' ? 'cairn_demonstration' : 'cairn';
    return {
      kind: 'embedded',
      owner: await ensureEmbeddedDatabase(server, name),
      keepRunning: (tell) => server.keepRunning((news) => tell(keepingSentence(news))),
      stop: server.stop
    };
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}

function keepingSentence(news: KeepingNews): string {
  return news.kind === 'restarted'
    ? 'The database had ended by itself. It was started again.'
    : `The database has ended by itself and could not be started again yet. ${news.reason}`;
}

/**
 * A database on the embedded server, owned by an ordinary role as it would be on anybody's server, so that both behave alike.
 */
export async function ensureEmbeddedDatabase(
  server: Pick<EmbeddedPostgres, 'address'>,
  name: string
): Promise<pg.PoolConfig> {
  const { host, port, password } = server.address;
  const owner = 'cairn';
  const client = await connect({ ...server.address });
  try {
    const { rows } = await client.query<{ role: boolean; base: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as base`,
      [owner, name]
    );
    if (rows[0]?.role !== true) {
      const secret = password === undefined ? '' : `password ${client.escapeLiteral(password)}`;
      await tolerating('42710', () =>
        client.query(`create role ${owner} login createdb createrole ${secret}`)
      );
    }
    if (rows[0]?.base !== true) {
      await tolerating('42P04', () =>
        client.query(`create database ${client.escapeIdentifier(name)} owner ${owner}`)
      );
    }
  } finally {
    await client.end();
  }
  return {
    host,
    port,
    user: owner,
    database: name,
    ...(password === undefined ? {} : { password }),
    application_name: 'cairn owner'
  };
}

/**
 * Everything between a database and its use: a server we support, migrations, grants, and the application's role.
 * Any number of processes may do this at once.
 */
export async function prepareDatabase(
  owner: pg.PoolConfig,
  applicationAddress?: string,
  folder = migrationsFolder
): Promise<{ app: pg.PoolConfig; migrated: readonly string[] }> {
  const files = readMigrations(folder);
  const client = await connect(owner);
  try {
    await checkServer(client);
    const migrated = await migrate(client, files);
    await ensureApplicationGroup(client);
    const login = await applicationLogin(client);
    await applyGrants(client, grantsFile, migrated.length > 0);
    const app = isSet(applicationAddress)
      ? await adoptNamedApplication(client, applicationAddress)
      : await makeApplication(client, login, owner);
    return { app, migrated };
  } finally {
    await client.end();
  }
}

async function adoptNamedApplication(
  client: pg.ClientBase,
  address: string
): Promise<pg.PoolConfig> {
  if (!/^postgres(ql)?:\/\//.test(address)) {
    throw new GroundRefusal({ kind: 'not-a-database-address', name: 'CAIRN_APP_DATABASE_URL' });
  }
  const app = { connectionString: address, application_name: 'cairn' };
  await adoptApplicationRole(client, new pg.Client(app).user ?? '');
  await checkApplication(app);
  return app;
}

async function makeApplication(
  client: pg.ClientBase,
  login: { role: string; password: string },
  owner: pg.PoolConfig
): Promise<pg.PoolConfig> {
  const app = { ...withCredentials(owner, login), application_name: 'cairn' };
  try {
    await checkApplication(app);
  } catch (fault) {
    // Not there yet, or its password is from before a restore: make it right, and look again.
    const known = fault instanceof GroundRefusal ? fault.problem.kind : null;
    if (known !== 'application-cannot-sign-in') throw fault;
    await ensureApplicationLogin(client, login);
    await checkApplication(app);
  }
  return app;
}

async function checkServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{
    number: number;
    version: string;
    encoding: string;
    icu: boolean;
  }>(
    `select current_setting('server_version_num')::int as number,
            current_setting('server_version') as version,
            current_setting('server_encoding') as encoding,
            exists (select from pg_collation where collname = 'und-x-icu') as icu`
  );
  const server = rows[0];
  if (server === undefined) throw new Error('The database does not say what it is.');
  if (server.number < 150000) {
    throw new GroundRefusal({ kind: 'server-too-old', found: server.version });
  }
  if (server.encoding !== 'UTF8') {
    throw new GroundRefusal({ kind: 'not-utf8', found: server.encoding });
  }
  if (!server.icu) throw new GroundRefusal({ kind: 'no-icu-collation' });
}

/**
 * A signed-in client. The caller ends it.
 * Refuses: `unreachable`, with the reason the driver gave.
 */
export async function connect(config: pg.PoolConfig): Promise<pg.Client> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (fault) {
    await client.end().catch(() => undefined);
    throw new GroundRefusal({ kind: 'unreachable', reason: reasonOf(fault) });
  }
}

function reasonOf(fault: unknown): string {
  if (fault instanceof AggregateError) return fault.errors.map(reasonOf).join('; ');
  return fault instanceof Error ? fault.message : String(fault);
}

async function tolerating(code: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    const found = fault instanceof pg.DatabaseError ? fault.code : undefined;
    if (found !== code && found !== '23505') throw fault;
  }
}
