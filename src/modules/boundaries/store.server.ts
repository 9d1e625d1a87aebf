import type { GeoRing } from '#core/geojson';
import { records } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type { KnownArea } from './differences.ts';
import { boundaryKind, workingBoundaryKind } from './kinds.ts';

export const boundaries = records(boundaryKind);
export const workingBoundaries = records(workingBoundaryKind);

/** Areas that the place has an outline of, by name. */
export async function knownAreas(
  tx: Tx,
  scope: ReadScope
): Promise<readonly (KnownArea & { readonly rings: readonly GeoRing[] })[]> {
  return tx
    .selectFrom('areaOutline')
    .select(['name', 'code', 'rings'])
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy('name')
    .execute();
}

/** Draws an outline, or takes it away; false when there is no such boundary. */
export async function saveRings(
  tx: Tx,
  scope: WriteScope,
  id: string,
  outline: { readonly rings: readonly GeoRing[]; readonly source: string } | null
): Promise<boolean> {
  const answer = await tx
    .updateTable('boundary')
    .set({
      rings: outline === null ? null : JSON.stringify(outline.rings),
      ringsSource: outline?.source ?? '',
      version: sql<number>`version + 1`
    })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
