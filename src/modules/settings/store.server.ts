import type { Tx } from '#platform/database';
import { saveVersion } from '#platform/saving';
import type { DB } from '#platform/schema';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql, type Selectable } from 'kysely';
import type { Outline, Setting, SettingDetails, SettingId } from './types.ts';

/** All SQL about settings. */

function settingOf(row: Selectable<DB['setting']>): Setting {
  return {
    id: row.id as SettingId, // the column holds nothing else
    name: row.name,
    kind: row.kind,
    organisation: row.organisation,
    area: row.area,
    places: row.places,
    rooms: row.rooms,
    longitude: row.longitude,
    latitude: row.latitude,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
    externalId: row.externalId,
    source: row.source,
    updatedAt: row.updatedAt,
    version: row.version
  };
}

/** Every setting of the place, closed ones too, by name. */
export async function settings(tx: Tx, scope: ReadScope): Promise<Setting[]> {
  const rows = await tx
    .selectFrom('setting')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .execute();
  return rows.map(settingOf);
}

export async function findSetting(tx: Tx, scope: ReadScope, id: string): Promise<Setting | null> {
  const row = await tx
    .selectFrom('setting')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : settingOf(row);
}

function columns(details: SettingDetails) {
  return {
    name: details.name,
    kind: details.kind,
    organisation: details.organisation,
    area: details.area,
    places: details.places,
    rooms: details.rooms,
    longitude: details.longitude,
    latitude: details.latitude,
    openedOn: details.openedOn,
    closedOn: details.closedOn,
    externalId: details.externalId,
    source: details.source
  };
}

export async function addSettings(
  tx: Tx,
  scope: WriteScope,
  settings: readonly (SettingDetails & { readonly id: string })[]
): Promise<void> {
  if (settings.length === 0) return;
  await tx
    .insertInto('setting')
    .values(
      settings.map((one) => ({ partnershipId: scope.partnershipId, id: one.id, ...columns(one) }))
    )
    .execute();
}

/** Answers the new version; null when somebody else saved first. */
export async function saveSetting(
  tx: Tx,
  scope: WriteScope,
  record: { readonly id: string; readonly expected: number },
  details: SettingDetails,
  now: Date
): Promise<number | null> {
  return saveVersion(tx, scope, 'setting', record, { ...columns(details), updatedAt: now });
}

export async function findOutline(tx: Tx, scope: ReadScope): Promise<Outline | null> {
  const row = await tx
    .selectFrom('placeOutline')
    .select(['rings', 'source'])
    .where('partnershipId', '=', scope.partnershipId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { rings: row.rings, source: row.source };
}

export async function saveOutline(tx: Tx, scope: WriteScope, outline: Outline): Promise<void> {
  const given = { rings: JSON.stringify(outline.rings), source: outline.source };
  await tx
    .insertInto('placeOutline')
    .values({ partnershipId: scope.partnershipId, ...given })
    .onConflict((conflict) => conflict.column('partnershipId').doUpdateSet(given))
    .execute();
}
