import { CompiledQuery, Kysely, PostgresDialect, PostgresDriver, type Driver } from 'kysely';
import type pg from 'pg';
import { DatabaseTrouble } from './database-trouble.ts';
import { columnNames, lastingPool, type Database } from './database.ts';
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
  const pool = lastingPool({ ...config, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 0 });
  // The pool would replace a lost connection by one without the transaction, where "commit" means nothing and fails nowhere.
  let isLost = false;
  pool.on('remove', () => (isLost = true));
  const database = new Kysely<DB>({ dialect: new PartsDialect(pool), plugins: [columnNames] });
  try {
    await pool.query('begin');
    await pool.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
    const value = await work(database);
    if (isLost) throw new DatabaseTrouble('away', new Error(`The transaction "${name}" was lost`));
    const { command } = await pool.query('commit');
    if (isLost) throw new DatabaseTrouble('unsure', new Error(`"${name}" may not be saved`));
    if (command !== 'COMMIT') throw new Error(`The transaction "${name}" ended with ${command}`);
    return value;
  } finally {
    // Ends the connection; what was not committed is undone with it.
    await database.destroy();
  }
}
