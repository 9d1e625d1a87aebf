import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import { saveVersion } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import { without } from '#platform/stored';
import { sql } from 'kysely';
import type { Outline, Setting, SettingDetails, SettingId } from './types.ts';

/** All SQL about settings. */

const settingOf = without('partnershipId');

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
    .where('id', '=', sought<SettingId>(id))
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
