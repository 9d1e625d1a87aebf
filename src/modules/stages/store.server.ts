import { records } from '#modules/records/server';
import type { StageRecord } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import { reopeningKind, stageNoteKind, stageRecordKind } from './kinds.ts';

export const stageRecords = records(stageRecordKind);
export const reopenings = records(reopeningKind);
export const notes = records(stageNoteKind);

export type Tick = { readonly stage: string; readonly action: string; readonly doneOn: string };

/** The actions that somebody ticked. */
export async function ticks(tx: Tx, scope: ReadScope): Promise<Tick[]> {
  return tx
    .selectFrom('stageTick')
    .select(['stage', 'action', 'doneOn'])
    .where('partnershipId', '=', scope.partnershipId)
    .execute();
}

/** Ticks an action; one that is ticked stays as it is. */
export async function tick(tx: Tx, scope: WriteScope, id: string, one: Tick): Promise<void> {
  await tx
    .insertInto('stageTick')
    .values({ ...one, id, partnershipId: scope.partnershipId })
    .onConflict((conflict) => conflict.columns(['partnershipId', 'stage', 'action']).doNothing())
    .execute();
}

export async function untick(
  tx: Tx,
  scope: WriteScope,
  { stage, action }: Pick<Tick, 'stage' | 'action'>
): Promise<void> {
  await tx
    .deleteFrom('stageTick')
    .where('partnershipId', '=', scope.partnershipId)
    .where('stage', '=', stage)
    .where('action', '=', action)
    .execute();
}

/** The tables whose rows tick an action. */
const tables: Readonly<Record<StageRecord, string>> = {
  considered: 'considered_factor',
  decisions: 'factor_decision',
  groups: 'working_group',
  indicators: 'indicator',
  insights: 'insight',
  measures: 'measure',
  'pathway-links': 'pathway_link',
  priorities: 'priority',
  programmes: 'programme',
  questions: 'needs_question',
  services: 'service',
  sources: 'data_source',
  'strategy-versions': 'strategy_version',
  tests: 'test_of_change',
  voices: 'voice'
};

/** How many records of each kind the partnership has. */
export async function recordCounts(
  tx: Tx,
  scope: ReadScope
): Promise<ReadonlyMap<StageRecord, number>> {
  const counts = Object.entries(tables).map(
    ([kind, table]) =>
      sql`select ${kind}::text as kind, count(*)::int as count from ${sql.table(table)}
        where partnership_id = ${scope.partnershipId}`
  );
  const { rows } = await sql<{ kind: StageRecord; count: number }>`${sql.join(
    counts,
    sql` union all `
  )}`.execute(tx);
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}
