import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { Change } from './types.ts';

/** All SQL about the record of changes. */

const changeColumns = [
  'change.at',
  'change.table_name',
  'change.record_id',
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
    .leftJoin('person', 'person.id', 'change.person_id')
    .select(changeColumns)
    .where('change.partnership_id', '=', scope.partnershipId);
  if (filter.tableName !== undefined) {
    select = select.where('change.table_name', '=', filter.tableName);
  }
  if (filter.recordId !== undefined)
    select = select.where('change.record_id', '=', filter.recordId);
  if (filter.since !== undefined) select = select.where('change.at', '>', filter.since);
  const rows = await select.orderBy('change.id', 'desc').limit(filter.most).execute();
  return rows.map((row) => ({
    at: row.at,
    by: row.by ?? 'Cairn',
    tableName: row.table_name,
    recordId: row.record_id,
    action: row.action as Change['action'], // held by a check constraint
    before: row.before as Change['before'], // a row as JSON is always an object
    after: row.after as Change['after'] // a row as JSON is always an object
  }));
}
