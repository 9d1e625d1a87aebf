import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { isSetAside } from './rules.ts';
import type { SurveyQuestion, SurveyStretch } from './kinds.ts';
import type { GivenAnswers } from './responses.store.server.ts';
import { talliesOf, type Tallies } from './tallies.ts';

/** The counts of a survey that leave, and what was set aside when they were fixed. */
export type LeavingTallies = {
  readonly tallies: Tallies;
  readonly setAside: number;
  readonly stretches: readonly Pick<SurveyStretch, 'fromOn' | 'toOn' | 'reason'>[];
  /** The day at whose end they were fixed. */
  readonly fixedOn: string;
};

/**
 * The first day at whose end the survey was closed; null while there is none. Its counts leave as they stood then, and never again in another
 * way: who holds two sets of counts of one survey has the answers of those who came in between. Days are those of the United Kingdom.
 */
export async function firstClosedOn(
  tx: Tx,
  scope: ReadScope,
  surveyId: string
): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    with last_of_day as (
      select distinct on (day) day, after
        from (select id, after, (at at time zone 'Europe/London')::date as day from change
               where partnership_id = ${scope.partnershipId}
                 and table_name = 'survey' and record_id = ${surveyId}) own
       order by day, id desc
    )
    select min(day)::text as day from last_of_day where after ->> 'status' = 'closed'`.execute(tx);
  return rows[0]?.day ?? null;
}

type Stretch = LeavingTallies['stretches'][number];

/** The stretches of a survey that were set aside at the end of a day. */
async function stretchesAt(
  tx: Tx,
  scope: ReadScope,
  surveyId: string,
  day: string
): Promise<Stretch[]> {
  const { rows } = await sql<{
    row: {
      readonly from_on: string;
      readonly to_on: string;
      readonly reason: string;
    } | null;
  }>`
    select distinct on (record_id) record_id, after as row
      from change
     where partnership_id = ${scope.partnershipId}
       and table_name = 'survey_stretch'
       and coalesce(after, before) ->> 'survey_id' = ${surveyId}
       and (at at time zone 'Europe/London')::date <= ${day}::date
     order by record_id, id desc`.execute(tx);
  return rows
    .flatMap(({ row }) =>
      row === null ? [] : [{ fromOn: row.from_on, toOn: row.to_on, reason: row.reason }]
    )
    .toSorted((one, other) => one.fromOn.localeCompare(other.fromOn));
}

/** The counts that leave of a survey whose answers are still here; null while it was never closed. */
export async function leavingTallies(
  tx: Tx,
  scope: ReadScope,
  survey: { readonly id: string; readonly questions: readonly SurveyQuestion[] },
  given: GivenAnswers
): Promise<LeavingTallies | null> {
  const fixedOn = await firstClosedOn(tx, scope, survey.id);
  if (fixedOn === null) return null;
  const stretches = await stretchesAt(tx, scope, survey.id, fixedOn);
  const there = [...given.counted, ...given.setAside].filter(
    ({ answeredOn }) => answeredOn <= fixedOn
  );
  const counted = there.filter((one) => !isSetAside(one, stretches));
  return {
    tallies: talliesOf(survey.questions, counted),
    setAside: there.length - counted.length,
    stretches,
    fixedOn
  };
}

/** The counts that leave of a survey whose single answers were removed: as they were kept. */
export async function keptLeaving(
  tx: Tx,
  scope: ReadScope,
  surveyId: string,
  kept: Tallies
): Promise<LeavingTallies | null> {
  const fixedOn = await firstClosedOn(tx, scope, surveyId);
  if (fixedOn === null) return null;
  const tallies = kept.leaving ?? kept;
  const stretches = await stretchesAt(tx, scope, surveyId, fixedOn);
  return { tallies, setAside: tallies.setAside ?? 0, stretches, fixedOn };
}
