import { sql } from 'kysely';
import type { SettingId } from '#modules/settings';
import { settingsByDay, type SettingThen } from '#modules/settings/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { Eligibility } from './kinds.ts';
import { isEligible } from './rules.ts';
import type { RollOutId } from './types.ts';

/** A row of `roll_out` as the record of changes keeps it. */
type KeptRow = {
  readonly eligible_by: Eligibility['eligibleBy'];
  readonly eligible_kinds: Eligibility['eligibleKinds'];
  readonly eligible_areas: readonly string[];
  readonly picked: readonly SettingId[];
  readonly ended_on: string | null;
};

/** More states than this are not looked at: the latest are. */
const mostStates = 12;

/**
 * Which settings a roll-out counted at the end of each day before today, where that differed from the day before: as it was recorded then.
 * The way they stand today is not among them, nor what stood for less than a day.
 */
export async function countedBefore(
  tx: Tx,
  scope: ReadScope,
  rollOutId: RollOutId,
  today: string
): Promise<readonly (readonly SettingThen[])[]> {
  const { rows: rules } = await sql<{ day: string; row: KeptRow }>`
    select distinct on (day) day::text as day, after as row
      from (select *, (at at time zone 'Europe/London')::date as day from change) as dated
     where partnership_id = ${scope.partnershipId} and table_name = 'roll_out'
       and record_id = ${rollOutId} and after is not null
     order by day, id desc`.execute(tx);
  const changes = await settingsByDay(tx, scope);
  const dates = changes
    .flatMap(({ setting }) => [setting?.openedOn ?? null, setting?.closedOn ?? null])
    .filter((day) => day !== null);
  const days = [...rules, ...changes].map(({ day }) => day);
  const first = rules[0]?.day ?? today;
  const moments = [...new Set([...days, ...dates])]
    .filter((day) => day >= first && day < today)
    .toSorted();
  const states = moments.map((day) => {
    const rule = rules.findLast((one) => one.day <= day)?.row;
    const standing = new Map(
      changes.filter((one) => one.day <= day).map(({ id, setting }) => [id, setting])
    );
    if (rule === undefined) return [];
    const until = rule.ended_on !== null && rule.ended_on < day ? rule.ended_on : day;
    const eligibility: Eligibility = {
      eligibleBy: rule.eligible_by,
      eligibleKinds: rule.eligible_kinds,
      eligibleAreas: rule.eligible_areas,
      picked: rule.picked
    };
    return [...standing.values()]
      .filter((setting) => setting !== null)
      .filter((setting) => isEligible(eligibility, setting, until));
  });
  return states.filter((state, at) => !areSame(state, states[at - 1])).slice(-mostStates);
}

function areSame(one: readonly SettingThen[], other: readonly SettingThen[] = []): boolean {
  const said = (settings: readonly SettingThen[]) =>
    settings
      .map(({ id, area }) => `${id} ${area}`)
      .sort()
      .join('\n');
  return said(one) === said(other);
}
