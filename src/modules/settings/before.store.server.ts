import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { Setting } from './kinds.ts';
import type { SettingId } from './types.ts';

/** What decides whether a setting is counted, and where. */
export type SettingThen = Pick<Setting, 'id' | 'kind' | 'area' | 'openedOn' | 'closedOn'>;

/** How a setting stood at the end of a day on which it was changed; null where it was taken away. */
export type SettingAtDay = {
  readonly day: string;
  readonly id: SettingId;
  readonly setting: SettingThen | null;
};

/** Each setting as it stood at the end of every day of the United Kingdom on which it was changed, by the record of changes, oldest first. */
export async function settingsByDay(tx: Tx, scope: ReadScope): Promise<readonly SettingAtDay[]> {
  const { rows } = await sql<{
    day: string;
    id: SettingId;
    row: {
      readonly kind: Setting['kind'];
      readonly area: string;
      readonly opened_on: string | null;
      readonly closed_on: string | null;
    } | null;
  }>`
    with last_of_day as (
      select distinct on (record_id, day) id as change_id, record_id, day, after
        from (select *, (at at time zone 'Europe/London')::date as day from change) as dated
       where partnership_id = ${scope.partnershipId} and table_name = 'setting'
       order by record_id, day, id desc
    )
    select day::text as day, record_id as id, after as row from last_of_day order by day, change_id`.execute(
    tx
  );
  return rows.map(({ day, id, row }) => ({
    day,
    id,
    setting: row && {
      id,
      kind: row.kind,
      area: row.area,
      openedOn: row.opened_on,
      closedOn: row.closed_on
    }
  }));
}
