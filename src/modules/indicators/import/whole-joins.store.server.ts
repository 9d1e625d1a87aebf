import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/**
 * Runs statements that join many rows with many. The tables were filled a moment ago and have no statistics: left to itself PostgreSQL
 * takes them for nearly empty, and looks through one once for every row of the other.
 */
export async function withWholeJoins<Value>(tx: Tx, work: () => Promise<Value>): Promise<Value> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx);
  const value = await work();
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(tx);
  return value;
}
