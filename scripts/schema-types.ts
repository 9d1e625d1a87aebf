import { Kysely, PostgresDialect } from 'kysely';
import codegen from 'kysely-codegen';
import type pgTypes from 'pg';
import pg from 'pg';
import { format, resolveConfig } from 'prettier';

/**
 * The TypeScript types of a database's tables, as text of `src/platform/schema.ts`.
 * Whole numbers of 64 bits and decimals are numbers, calendar dates are text: see `src/platform/database.ts`.
 */
export async function schemaTypes(owner: pgTypes.PoolConfig): Promise<string> {
  const pool = new pg.Pool(owner);
  pool.on('error', () => {
    // The server may stop before the last idle connection has closed.
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const text = await codegen.generate({
      db: db as Parameters<typeof codegen.generate>[0]['db'], // its type asks for tables of any name
      dialect: new codegen.PostgresDialect({ dateParser: 'string', numericParser: 'number' }),
      excludePattern: 'cairn_*',
      typeMapping: { int8: 'number' },
      print: false,
      outFile: null
    });
    const config = await resolveConfig(import.meta.filename);
    return await format(text, { ...config, parser: 'typescript', plugins: [] });
  } finally {
    await db.destroy();
  }
}
