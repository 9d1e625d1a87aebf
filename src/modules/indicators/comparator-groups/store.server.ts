import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { removeRow, saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { ComparatorGroup } from './types.ts';

/** All SQL about the groups of areas that a partnership chose to compare with. */

/** The groups of the partnership, by name. */
export async function comparatorGroups(tx: Tx, scope: ReadScope): Promise<ComparatorGroup[]> {
  return tx
    .selectFrom('comparatorGroup')
    .select(['id', 'name', 'reason', 'source', 'areas', 'version'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .execute();
}

type Values = Omit<ComparatorGroup, 'id' | 'version'>;

export async function addComparatorGroup(
  tx: Tx,
  scope: WriteScope,
  id: string,
  values: Values
): Promise<void> {
  await tx
    .insertInto('comparatorGroup')
    .values({ partnershipId: scope.partnershipId, id, ...columnsOf(values) })
    .execute();
}

/** Saves over version `expected`; answers the new version, or null when somebody else saved first. */
export function saveComparatorGroup(
  tx: Tx,
  scope: WriteScope,
  record: { readonly id: string; readonly expected: number },
  values: Values
): Promise<number | null> {
  return saveVersion(tx, scope, 'comparatorGroup', record, columnsOf(values));
}

/** Removes a group; its history stays. False when it was not here. */
export function removeComparatorGroup(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'comparatorGroup', id);
}

function columnsOf({ name, reason, source, areas }: Values) {
  return { name, reason, source, areas: [...areas] };
}
