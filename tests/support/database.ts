import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import { connect, prepareDatabase } from '../../src/ground/connection.ts';
import { withDatabase } from '../../src/ground/database-address.ts';
import { dropDatabase } from './database-setup.ts';
import { whenTheFileEnds } from './end-of-file.ts';

/** A database of one test file's own. `app` signs in as the application's role, `owner` as the role that migrates. */
export type TestDatabase = {
  readonly app: pg.PoolConfig;
  readonly owner: pg.PoolConfig;
  readonly name: string;
};

let ofThisFile: Promise<TestDatabase> | undefined;

/** The database of the test file that asks: a copy of the migrated template, made at the first call, dropped when the file ends. */
export function testDatabase(): Promise<TestDatabase> {
  if (ofThisFile === undefined) {
    ofThisFile = freshDatabase();
    whenTheFileEnds(() => (ofThisFile = undefined));
  }
  return ofThisFile;
}

/** Another copy of the migrated template, for a test that must not share. Content is in it: packs as at the tests' moment. */
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
  // Asked for at once, so that whatever connects to it later is closed before.
  whenTheFileEnds(() => dropDatabase(owner, name));
  const admin = await connect(owner);
  try {
    await admin.query(`create database ${name} template ${template}`);
  } finally {
    await admin.end();
  }
  return { owner: withDatabase(owner, name), name };
}
