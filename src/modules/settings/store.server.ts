import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { settingKind } from './kinds.ts';
import type { AreaOutline, Outline } from './types.ts';

/** Settings by name, closed ones too, and the SQL about the outline of the place. */

export const settings = records(settingKind);

export async function findOutline(tx: Tx, scope: ReadScope): Promise<Outline | null> {
  const place = await tx
    .selectFrom('placeOutline')
    .select(['rings', 'source'])
    .where('partnershipId', '=', scope.partnershipId)
    .executeTakeFirst();
  const areas = await tx
    .selectFrom('areaOutline')
    .select(['name', 'code', 'rings', 'source'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('name')
    .execute();
  const [first] = areas;
  if (place === undefined && first === undefined) return null;
  return {
    ...(place ?? { rings: [], source: '' }),
    areas: areas.map(({ name, code, rings }) => ({ name, code, rings })),
    areasSource: first?.source ?? ''
  };
}

/** Puts the boundaries of areas in place of those that were there. */
export async function saveAreas(
  tx: Tx,
  scope: WriteScope,
  areas: readonly (AreaOutline & { readonly id: string })[],
  source: string
): Promise<void> {
  await removeAreas(tx, scope);
  const { partnershipId } = scope;
  const rows = areas.map(({ rings, ...one }) => ({
    ...one,
    partnershipId,
    rings: JSON.stringify(rings),
    source
  }));
  await tx.insertInto('areaOutline').values(rows).execute();
}

export async function removeAreas(tx: Tx, scope: WriteScope): Promise<boolean> {
  const [answer] = await tx
    .deleteFrom('areaOutline')
    .where('partnershipId', '=', scope.partnershipId)
    .execute();
  return (answer?.numDeletedRows ?? 0n) > 0n;
}

export async function saveOutline(
  tx: Tx,
  scope: WriteScope,
  outline: Pick<Outline, 'rings' | 'source'>
): Promise<void> {
  const given = { rings: JSON.stringify(outline.rings), source: outline.source };
  await tx
    .insertInto('placeOutline')
    .values({ partnershipId: scope.partnershipId, ...given })
    .onConflict((conflict) => conflict.column('partnershipId').doUpdateSet(given))
    .execute();
}
