import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import type { IndicatorValue, OwnValues } from '../types.ts';

/** A row of `indicator_value` as the record of changes keeps it. */
type KeptRow = {
  readonly id: string;
  readonly indicator_id: string;
  readonly period: string;
  readonly starts: string;
  readonly breakdown: string;
  readonly area: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: IndicatorValue['status'];
  readonly removed_at: string | null;
};

/** More states of one period than this are not looked at: the latest are. */
const mostStates = 12;

/**
 * The states in which the values of one indicator stood before today's changes or later ones, by period: as they were at the end of each day
 * of the United Kingdom on which any of the period changed. A period whose values all came on one day has none.
 *
 * What stood for less than a day is not among them: whoever mends a slip at once is not to lose figures for it.
 */
export async function valuesBefore(
  tx: Tx,
  scope: ReadScope,
  indicatorId: string
): Promise<OwnValues['before']> {
  const { rows } = await sql<{
    period: string;
    day: string;
    recordId: string;
    row: KeptRow | null;
  }>`
    with own as (
      select id, record_id, (at at time zone 'Europe/London')::date as day, before, after
        from change
       where partnership_id = ${scope.partnershipId}
         and table_name = 'indicator_value'
         and coalesce(after, before) ->> 'indicator_id' = ${indicatorId}
    ), event as (
      select id, record_id, day, after ->> 'period' as period, after as row from own where after is not null
      union all
      select id, record_id, day, before ->> 'period', null from own
       where before is not null and (after is null or after ->> 'period' <> before ->> 'period')
    ), over_days as (
      select period from event group by period having count(distinct day) > 1
    )
    select period, day::text as day, record_id, row from event
      join over_days using (period)
     order by id, row is not null`.execute(tx);
  return new Map(
    [...Map.groupBy(rows, ({ period }) => period)].map(([period, events]) => {
      const standing = new Map<string, IndicatorValue>();
      const states: IndicatorValue[][] = [];
      for (const [, ofDay] of Map.groupBy(events, ({ day }) => day)) {
        for (const { recordId, row } of ofDay) {
          if (row === null || row.removed_at !== null) standing.delete(recordId);
          else standing.set(recordId, valueIn(row));
        }
        states.push([...standing.values()]);
      }
      // The last of them is how they stand.
      return [period, states.slice(0, -1).slice(-mostStates)] as const;
    })
  );
}

/** Who changed it and when is told of no figure that leaves. */
function valueIn(row: KeptRow): IndicatorValue {
  return {
    id: row.id,
    indicatorId: row.indicator_id,
    period: row.period,
    starts: row.starts,
    breakdown: row.breakdown,
    area: row.area,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    status: row.status,
    note: '',
    version: 1,
    updatedAt: new Date(0),
    updatedBy: ''
  };
}
