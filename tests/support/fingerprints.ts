import type pg from 'pg';

/**
 * What stands in each table, as a number of rows and a sum over them that changes with any of them; and how far each sequence is.
 * Assumes: `client` is signed in as the owner. Row-level security binds the owner too: it is lifted in a transaction that is undone.
 */
export async function fingerprints(client: pg.ClientBase): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await client.query('begin');
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`
    );
    for (const { name } of tables) {
      await client.query(`alter table ${name} no force row level security`);
      const { rows } = await client.query<{ print: string }>(
        `select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from ${name} t`
      );
      found[name] = rows[0]?.print ?? '';
    }
    const { rows: sequences } = await client.query<{ name: string; last: string | null }>(
      `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public'`
    );
    for (const { name, last } of sequences) found[name] = last ?? 'not begun';
  } finally {
    await client.query('rollback');
  }
  return found;
}
