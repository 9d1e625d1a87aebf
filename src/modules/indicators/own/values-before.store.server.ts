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

/** What happened to one value: it came or changed (`row`), or it left its period (null). */
type Event = {
  readonly indicatorId: string;
  readonly period: string;
  readonly day: string;
  readonly recordId: string;
  readonly row: KeptRow | null;
};

/** More states of one period than this are not looked at: the latest are. */
const mostStates = 12;

/**
 * For each of these indicators the states in which its values stood before today's changes or later ones, by period: as they were at the end
 * of each day of the United Kingdom on which any of the period changed. A period whose values all came on one day has none.
 *
 * What stood for less than a day is not among them: whoever mends a slip at once is not to lose figures for it.
 */
export async function valuesBefore(
  tx: Tx,
  scope: ReadScope,
  indicatorIds: readonly string[]
): Promise<(indicatorId: string) => OwnValues['before']> {
  if (indicatorIds.length === 0) return () => new Map();
  const { rows } = await sql<Event>`
    with own as (
      select id, coalesce(after, before) ->> 'indicator_id' as indicator_id, record_id,
             (at at time zone 'Europe/London')::date as day, before, after
        from change
       where partnership_id = ${scope.partnershipId}
         and table_name = 'indicator_value'
         and coalesce(after, before) ->> 'indicator_id' = any(${indicatorIds}::text[])
    ), event as (
      select id, indicator_id, record_id, day, after ->> 'period' as period, after as row from own where after is not null
      union all
      select id, indicator_id, record_id, day, before ->> 'period', null from own
       where before is not null and (after is null or after ->> 'period' <> before ->> 'period')
    ), over_days as (
      select indicator_id, period from event group by indicator_id, period having count(distinct day) > 1
    )
    select indicator_id, period, day::text as day, record_id, row from event
      join over_days using (indicator_id, period)
     order by id, row is not null`.execute(tx);
  const ofIndicator = Map.groupBy(rows, ({ indicatorId }) => indicatorId);
  return (id) =>
    new Map(
      [...Map.groupBy(ofIndicator.get(id) ?? [], ({ period }) => period)].map(
        ([period, events]) => [period, statesBefore(events)] as const
      )
    );
}

/** How the values of one period stood at the end of each day but the last, which is how they stand; the latest of them. */
function statesBefore(events: readonly Event[]): IndicatorValue[][] {
  const standing = new Map<string, IndicatorValue>();
  const states: IndicatorValue[][] = [];
  for (const [, ofDay] of Map.groupBy(events, ({ day }) => day)) {
    for (const { recordId, row } of ofDay) {
      if (row === null || row.removed_at !== null) standing.delete(recordId);
      else standing.set(recordId, valueIn(row));
    }
    states.push([...standing.values()]);
  }
  return states.slice(0, -1).slice(-mostStates);
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
