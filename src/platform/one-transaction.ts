import { CompiledQuery, Kysely, PostgresDialect, PostgresDriver, type Driver } from 'kysely';
import pg from 'pg';
import { columnTypes, type Database } from './database.ts';
import type { DB } from './schema.ts';

/** A driver whose transactions are parts of one larger transaction: each can be undone alone, and none is kept before the whole is. */
class PartsDriver extends PostgresDriver {
  override async beginTransaction(connection: Connection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('savepoint part'));
  }

  override async commitTransaction(connection: Connection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('release savepoint part'));
  }

  override async rollbackTransaction(connection: Connection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback to savepoint part'));
    await connection.executeQuery(CompiledQuery.raw('release savepoint part'));
  }
}

type Connection = Parameters<PostgresDriver['beginTransaction']>[0];

class PartsDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new PartsDriver({ pool: this.#pool });
  }
}

/**
 * Runs `work`, with all the commands it gives, in one transaction: everything it did is kept, or nothing of it.
 * Others who do work of the same `name` on this database wait until it is done.
 *
 * Assumes: the commands follow one another; there is one connection, so two at a time take turns.
 */
export async function inOneTransaction<Value>(
  config: pg.PoolConfig,
  name: string,
  work: (database: Database) => Promise<Value>
): Promise<Value> {
  const pool = new pg.Pool({
    ...config,
    max: 1,
    idleTimeoutMillis: 0,
    types: columnTypes
  });
  pool.on('error', () => {
    // The connection was lost, and with it the transaction; the next statement says so.
  });
  const database = new Kysely<DB>({ dialect: new PartsDialect(pool) });
  try {
    await pool.query('begin');
    await pool.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
    const value = await work(database);
    await pool.query('commit');
    return value;
  } finally {
    // Ends the connection; what was not committed is undone with it.
    await database.destroy();
  }
}
