import type pg from 'pg';
import type { Environment } from './application-connection.ts';

/**
 * How this process reaches its database.
 * `app` signs in as the role the pages use (neither owner nor superuser); `owner` migrates, backs up and restores.
 */
export type DatabaseAccess = {
  readonly app: pg.PoolConfig;
  readonly owner: pg.PoolConfig;
  readonly kind: 'embedded' | 'server';
  stop(): Promise<void>;
};

/**
 * Finds or starts the database, brings it up to date and hands out its two connections.
 *
 * With `DATABASE_URL` that server is used (PostgreSQL 15 or later); otherwise the embedded one, in `CAIRN_DATA` or `.cairn`.
 * Refuses: throws a `GroundRefusal` with a sentence for whoever runs Cairn.
 */
export async function openDatabase(environment: Environment): Promise<DatabaseAccess> {
  void environment;
  return Promise.reject(new Error('being built'));
}
