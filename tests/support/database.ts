import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { connect, prepareDatabase } from '../../src/platform/connection.ts';
import { withDatabase } from '../../src/platform/database-address.ts';
import { dropDatabase } from './database-setup.ts';

/** A database of one test file's own. `app` signs in as the application's role, `owner` as the role that migrates. */
export type TestDatabase = {
  readonly app: pg.PoolConfig;
  readonly owner: pg.PoolConfig;
  readonly name: string;
};

let ofThisFile: Promise<TestDatabase> | undefined;
const made: string[] = [];

/** The database of the test file that asks: a copy of the migrated template, made at the first call, dropped when the file ends. */
export function testDatabase(): Promise<TestDatabase> {
  return (ofThisFile ??= freshDatabase());
}

/** Another copy of the migrated template, for a test that must not share. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { template } = inject('database');
  const bare = await emptyDatabase(template);
  const { app } = await prepareDatabase(bare.owner);
  return { app, ...bare };
}

/** A database without any of Cairn's tables, for tests of what makes them. */
export async function emptyDatabase(
  template = 'template0'
): Promise<{ readonly owner: pg.PoolConfig; readonly name: string }> {
  const { owner } = inject('database');
  const name = `cairn_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const admin = await connect(owner);
  try {
    await admin.query(`create database ${name} template ${template}`);
  } finally {
    await admin.end();
  }
  made.push(name);
  return { owner: withDatabase(owner, name), name };
}

afterAll(async () => {
  const { owner } = inject('database');
  for (const name of made.splice(0)) await dropDatabase(owner, name);
});
