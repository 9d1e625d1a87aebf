import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { CyclesBefore } from './shared.ts';
import type { CycleDetails, CycleLists, ProgrammeId } from './types.ts';

/** A row of `reach_cycle` as the record of changes keeps it. */
type KeptRow = {
  readonly starts_on: string;
  readonly lists: CycleLists;
  readonly sessions_offered: number | null;
  readonly sessions_attended: number | null;
  readonly retained: number | null;
  readonly before_yes: number | null;
  readonly before_asked: number | null;
  readonly after_yes: number | null;
  readonly after_asked: number | null;
};

/** More states of one cycle than this are not looked at: the latest are. */
const mostStates = 12;

/**
 * How the cycles of a programme stood at the end of each day of the United Kingdom on which one of them changed, without how they stand
 * now, by the cycle that is there now. A cycle that was removed, and counted anew with the same first day, is the same.
 *
 * What stood for less than a day is not among them: whoever mends a slip at once is not to lose figures for it.
 */
export async function cyclesBefore(
  tx: Tx,
  scope: ReadScope,
  programmeId: ProgrammeId
): Promise<CyclesBefore> {
  const { rows } = await sql<{ recordId: string; row: KeptRow }>`
    with own as (
      select id, record_id, after,
             (at at time zone 'Europe/London')::date as day
        from change
       where partnership_id = ${scope.partnershipId}
         and table_name = 'reach_cycle'
         and coalesce(after, before) ->> 'programme_id' = ${programmeId}
    ), last_of_day as (
      select distinct on (record_id, day) id, record_id, after as row
        from own order by record_id, day, id desc
    )
    select record_id, row from last_of_day where row is not null order by id`.execute(tx);
  const now = await tx
    .selectFrom('reachCycle')
    .select(['id', 'startsOn'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('programmeId', '=', programmeId)
    .execute();
  return new Map(
    now.map(({ id, startsOn }) => {
      const states = rows
        .filter(({ recordId, row }) => recordId === id || row.starts_on === startsOn)
        .map(({ row }) => detailsIn(row));
      // The last of them is how it stands. A state that says the same of everybody as the one before it tells nothing.
      const others = states.filter(
        (state, at) => JSON.stringify(state) !== JSON.stringify(states[at + 1] ?? states.at(-1))
      );
      return [id, others.slice(-mostStates)] as const;
    })
  );
}

/** Days and remarks are told of no figure that leaves. */
function detailsIn(row: KeptRow): CycleDetails {
  return {
    ...row.lists,
    startsOn: '',
    sessionsOffered: row.sessions_offered,
    sessionsAttended: row.sessions_attended,
    retained: row.retained,
    beforeYes: row.before_yes,
    beforeAsked: row.before_asked,
    afterYes: row.after_yes,
    afterAsked: row.after_asked,
    note: ''
  };
}
