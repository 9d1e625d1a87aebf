import type pg from 'pg';
import { connect } from './connection.ts';

/** Whether the database holds accounts of the demonstration, whose password everyone knows. */
export async function hasDemonstration(owner: pg.PoolConfig): Promise<boolean> {
  const client = await connect(owner);
  try {
    const { rows } = await client.query<{ there: boolean }>(
      'select exists (select from person where demonstration) as there'
    );
    return rows[0]?.there === true;
  } finally {
    await client.end();
  }
}
