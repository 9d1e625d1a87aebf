import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { Change } from './types.ts';

/** All SQL about the record of changes. */

const changeColumns = [
  'change.at',
  'change.tableName',
  'change.recordId',
  'change.action',
  'change.before',
  'change.after',
  'person.name as by'
] as const;

/** The newest changes first, of one record or of the whole partnership. */
export async function changes(
  tx: Tx,
  scope: ReadScope,
  filter: { tableName?: string; recordId?: string; since?: Date; most: number }
): Promise<Change[]> {
  let select = tx
    .selectFrom('change')
    .leftJoin('person', 'person.id', 'change.personId')
    .select(changeColumns)
    .where('change.partnershipId', '=', scope.partnershipId);
  if (filter.tableName !== undefined) {
    select = select.where('change.tableName', '=', filter.tableName);
  }
  if (filter.recordId !== undefined) select = select.where('change.recordId', '=', filter.recordId);
  if (filter.since !== undefined) select = select.where('change.at', '>', filter.since);
  const rows = await select.orderBy('change.id', 'desc').limit(filter.most).execute();
  return rows.map((row) => ({
    at: row.at,
    by: row.by ?? 'Cairn',
    tableName: row.tableName,
    recordId: row.recordId,
    action: row.action,
    before: row.before,
    after: row.after
  }));
}
