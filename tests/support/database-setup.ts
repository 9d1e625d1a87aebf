import fs from 'node:fs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect, ensureEmbeddedDatabase, prepareDatabase } from '../../src/ground/connection.ts';
import { withDatabase } from '../../src/ground/database-address.ts';
import { startEmbeddedPostgres } from '../../src/ground/embedded-postgres.ts';
import { patience } from './patience.ts';
import { loadTestContent } from './test-content.ts';
import { makeTemporaryFolder, sweepAbandoned } from './temporary-folder.ts';
import { throwawaySettings } from './throwaway-settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's way to the server the tests run on, and the database that each file's own is copied from: migrated, with content. */
    database: { owner: pg.PoolConfig; template: string };
  }
}

/**
 * One PostgreSQL for the whole run: the server named by `CAIRN_TEST_DATABASE_URL`, whose role must be allowed to create databases and
 * roles, or an embedded one in a temporary folder that trades safety of the data for speed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = `cairn_template_${process.pid}_${Date.now().toString(36)}`;
  const admin = await connect(server.owner);
  try {
    await admin.query(`create database ${template} encoding 'UTF8' template template0`);
    const owner = withDatabase(server.owner, template);
    await prepareDatabase(owner);
    await loadTestContent(owner);
  } catch (fault) {
    await server.stop();
    throw fault;
  } finally {
    await admin.end();
  }
  project.provide('database', { owner: server.owner, template });
  return async () => {
    await dropDatabase(server.owner, template);
    await server.stop();
  };
}

async function openServer(): Promise<{ owner: pg.PoolConfig; stop(): Promise<void> }> {
  const named = process.env['CAIRN_TEST_DATABASE_URL'];
  if (named !== undefined && named !== '') {
    return { owner: { connectionString: named }, stop: () => Promise.resolve() };
  }
  sweepAbandoned();
  const folder = makeTemporaryFolder('database');
  const server = await startEmbeddedPostgres({
    folder,
    settings: throwawaySettings
  });
  return {
    owner: await ensureEmbeddedDatabase(server, 'cairn'),
    async stop() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  };
}

const pause = 250; // milliseconds
const attempts = patience / pause;
const notAllowed = '42501';

/**
 * Drops a database, ending whoever is connected. The server's own vacuum may be at work in it, which only a superuser may end: it
 * is waited for.
 */
async function dropOnceFree(admin: pg.Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
      return;
    } catch (fault) {
      const isBusy = fault instanceof pg.DatabaseError && fault.code === notAllowed;
      if (!isBusy || attempt === attempts) throw fault;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Drops a test's database and the role its application signed in as. */
export async function dropDatabase(
  owner: pg.PoolConfig,
  name: string,
  role?: string
): Promise<void> {
  const admin = await connect(owner);
  try {
    const { rows } = await admin.query<{ role: string }>(
      `select distinct grantee::regrole::text as role
         from pg_database, aclexplode(datacl)
        where datname = $1 and grantee <> 0 and grantee::regrole::text ~ '^cairn_app_'`,
      [name]
    );
    await dropOnceFree(admin, name);
    for (const found of new Set([...rows.map((row) => row.role), ...(role ? [role] : [])])) {
      await admin.query(`drop role if exists ${admin.escapeIdentifier(found)}`);
    }
  } finally {
    await admin.end();
  }
}
