import { CamelCasePlugin, CompiledQuery, Kysely, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { World } from './command.ts';
import { DatabaseTrouble, troubleOf } from './database-trouble.ts';
import type { DB } from './schema.ts';
import { SnapshotDialect } from './snapshot-driver.ts';

export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Calendar dates stay text (`2026-11-21`): a date is not a moment and has no time zone. */
const dateOid = 1082;
/** Whole numbers of 64 bits come as numbers: Cairn's stay far below 2⁵³. */
const bigintOid = 20;
const numericOid = 1700;

/** How columns become values, for every connection that Cairn's queries run on. */
export const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === dateOid) return (text: string) => text;
    if (oid === bigintOid || oid === numericOid) return Number;
    return pg.types.getTypeParser(oid, format);
  }
} as pg.CustomTypesConfig; // pg's type wants overloads

/** Milliseconds to wait for a connection, a free one of the pool included, before the database counts as away. */
const connectionPatience = 10_000;

/**
 * A pool of connections that outlives the server's restarts: a connection that is lost is forgotten, and the next is a new one.
 * Whoever was using it is told by the statement that fails.
 */
export function lastingPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    max: 10,
    connectionTimeoutMillis: connectionPatience,
    keepAlive: true,
    ...config,
    types: columnTypes
  });
  // An idle connection was lost.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    // A connection in use was lost. Without a listener of its own the loss would end the process.
    client.on('error', () => undefined);
    prepareStatements(client);
  });
  return pool;
}

/** So many statements are kept planned by each connection; a plan takes some ten kilobytes of the server's memory. */
const mostPrepared = 400;
const seen = new Set<string>();
const prepared = new Map<string, string>();

/**
 * Gives a name to each statement with values that is sent a second time, so that PostgreSQL reads and plans it once a connection and
 * not once a request. Texts that vary with the length of a list soon fill the places; what has none is planned anew, as before.
 */
function prepareStatements(client: pg.PoolClient): void {
  type Query = (...given: unknown[]) => unknown; // pg's overloads, of which one is met here
  const send = (given: unknown[]): unknown =>
    (pg.Client.prototype.query as unknown as Query).apply(client, given);
  const query: Query = (...given) => {
    const [text, values, ...rest] = given;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) {
      return send(given);
    }
    const name = preparedName(text);
    return name === undefined ? send(given) : send([{ name, text, values }, ...rest]);
  };
  Object.assign(client, { query });
}

function preparedName(text: string): string | undefined {
  const known = prepared.get(text);
  if (known !== undefined || prepared.size >= mostPrepared) return known;
  if (!seen.has(text)) {
    seen.add(text);
    if (seen.size > 10 * mostPrepared) seen.clear();
    return undefined;
  }
  seen.delete(text);
  const name = `cairn_${prepared.size}`;
  prepared.set(text, name);
  return name;
}

/**
 * Tables and columns are named in camel case wherever TypeScript speaks of them, and in snake case in the database and in the text of
 * `sql`; rows come back in camel case either way. What stands inside a JSON value keeps the names it was stored with.
 */
export const columnNames = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/**
 * Opens a pool of connections to PostgreSQL.
 * Assumes: `config` logs in as the application's own role, which row-level security binds.
 */
export function connect(config: pg.PoolConfig): Database {
  return new Kysely<DB>({
    dialect: new SnapshotDialect(lastingPool(config)),
    plugins: [columnNames]
  });
}

/** What row-level security and the record of changes are told about the work of one transaction. */
export type Settings = {
  partnershipId?: string | null;
  personId?: string | null;
  commandRunId?: string | null;
  invitationHash?: string | null;
  apiTokenHash?: string | null;
  /** The link by which a visitor without an account has come to a survey. */
  surveyToken?: string | null;
  /** The key of a guest without an account in a workshop, as its hash, and the code by which they come in. */
  guestHash?: string | null;
  guestCode?: string | null;
  now: Date;
};

/**
 * Runs `work` in one transaction under the settings that row-level security reads.
 * The settings end with the transaction. A thrown fault rolls everything back.
 *
 * Within a request, whatever reads shares the request's one transaction. Whatever writes has one of its own, and the shared one
 * is ended before: a request never waits for a second connection while it holds a first.
 * Refuses: throws `DatabaseTrouble` when the database goes away, or has no room or no leave to write.
 */
export async function inTransaction<Value>(
  { database, reading }: Pick<World, 'database' | 'reading'>,
  settings: Settings,
  access: 'read' | 'write',
  work: (tx: Tx) => Promise<Value>
): Promise<Value> {
  let isWorkDone = false;
  try {
    if (reading !== undefined) {
      if (access === 'read') return await reading.run(settings, work);
      await reading.letGo();
    }
    return await database
      .transaction()
      .setAccessMode(access === 'read' ? 'read only' : 'read write')
      .execute(async (tx) => {
        await applySettings(tx, settings);
        const value = await work(tx);
        isWorkDone = true;
        return value;
      });
  } catch (fault) {
    const trouble = troubleOf(fault);
    if (trouble === null) throw fault;
    if (trouble === 'cannot-save' && access === 'read') {
      // Nothing is the matter with the database: a query that should only read is wrong.
      throw new Error('What only reads has tried to write.', { cause: fault });
    }
    // The work was done and only the word that it was saved is missing.
    const isUnsure = trouble === 'away' && access === 'write' && isWorkDone;
    throw new DatabaseTrouble(isUnsure ? 'unsure' : trouble, fault);
  }
}

/** Tells row-level security and the record of changes, until the transaction ends or is told otherwise, what it works under. */
export async function applySettings(tx: Tx, settings: Settings): Promise<void> {
  await sql`select
    set_config('cairn.partnership_id', ${settings.partnershipId ?? ''}, true),
    set_config('cairn.person_id', ${settings.personId ?? ''}, true),
    set_config('cairn.command_run_id', ${settings.commandRunId ?? ''}, true),
    set_config('cairn.invitation_hash', ${settings.invitationHash ?? ''}, true),
    set_config('cairn.api_token_hash', ${settings.apiTokenHash ?? ''}, true),
    set_config('cairn.survey_token', ${settings.surveyToken ?? ''}, true),
    set_config('cairn.guest_hash', ${settings.guestHash ?? ''}, true),
    set_config('cairn.guest_code', ${settings.guestCode ?? ''}, true),
    set_config('cairn.now', ${settings.now.toISOString()}, true)`.execute(tx);
}

export async function ping(database: Database): Promise<void> {
  await database.executeQuery(CompiledQuery.raw('select 1'));
}
