import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as history from './history.store.server.ts';

/** Who saved a record last, and when: what the second of two editors is told. */
export async function lastChangeOf(
  tx: Tx,
  scope: ReadScope,
  tableName: string,
  recordId: string
): Promise<{ changedBy: string; changedAt: Date }> {
  const [last] = await history.changes(tx, scope, { tableName, recordId, most: 1 });
  return { changedBy: last?.by ?? 'Somebody', changedAt: last?.at ?? new Date(0) };
}
