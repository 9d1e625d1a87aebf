import type pg from 'pg';

/** One test file's own database, cloned from the migrated template. */
export type TestDatabase = {
  readonly app: pg.PoolConfig;
  readonly owner: pg.PoolConfig;
};

/** The database of the test file that asks; made at the first call, dropped when the file ends. */
export async function testDatabase(): Promise<TestDatabase> {
  return Promise.reject(new Error('being built'));
}
