import {
  PostgresDialect,
  PostgresDriver,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings
} from 'kysely';
import type pg from 'pg';

/**
 * A driver that sends no question twice in one snapshot. In a transaction that reads one moment and cannot write, the same `select`
 * with the same values has the same answer, so whoever asks it again, from another module, is given what came before.
 *
 * Assumes: what comes back is not changed by those who read it. Rows are copied by the plugin that names columns; dates and JSON values
 * inside are shared.
 */
class SnapshotDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings
  ): Promise<void> {
    await super.beginTransaction(connection, settings);
    const isSnapshot =
      settings.isolationLevel === 'repeatable read' && settings.accessMode === 'read only';
    if (isSnapshot) rememberAnswers(connection);
  }

  override async releaseConnection(connection: Released): Promise<void> {
    Reflect.deleteProperty(connection, 'executeQuery');
    await super.releaseConnection(connection);
  }
}

type Released = Parameters<PostgresDriver['releaseConnection']>[0];

/** A statement written by hand that sets nothing: it begins as a question does, and names no function that sets. */
const readsAlone = /^\s*(?:select|with)\b(?![\s\S]*\bset_config\b)/i;

/** Puts a memory before a connection, until its own `executeQuery` is deleted. */
function rememberAnswers(connection: DatabaseConnection): void {
  const send = connection.executeQuery.bind(connection);
  const answers = new Map<string, Promise<QueryResult<unknown>>>();
  const executeQuery = (asked: CompiledQuery): Promise<QueryResult<unknown>> => {
    if (asked.query.kind !== 'SelectQueryNode') {
      // What sets something may change what row-level security lets the next question see.
      if (!readsAlone.test(asked.sql)) answers.clear();
      return send(asked);
    }
    const key = `${asked.sql}\n${JSON.stringify(asked.parameters)}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = send(asked);
    answers.set(key, answer);
    return answer;
  };
  Object.assign(connection, { executeQuery });
}

/** The dialect of the server's pool. */
export class SnapshotDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new SnapshotDriver({ pool: this.#pool });
  }
}
