import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { settingKind } from './kinds.ts';
import type { Outline } from './types.ts';

/** Settings by name, closed ones too, and the SQL about the outline of the place. */

export const settings = records(settingKind);

export async function findOutline(tx: Tx, scope: ReadScope): Promise<Outline | null> {
  const row = await tx
    .selectFrom('placeOutline')
    .select(['rings', 'source'])
    .where('partnershipId', '=', scope.partnershipId)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveOutline(tx: Tx, scope: WriteScope, outline: Outline): Promise<void> {
  const given = { rings: JSON.stringify(outline.rings), source: outline.source };
  await tx
    .insertInto('placeOutline')
    .values({ partnershipId: scope.partnershipId, ...given })
    .onConflict((conflict) => conflict.column('partnershipId').doUpdateSet(given))
    .execute();
}
