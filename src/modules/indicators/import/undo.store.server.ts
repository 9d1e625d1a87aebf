import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { OwnStatus } from '../types.ts';
import { withWholeJoins } from './whole-joins.store.server.ts';

/**
 * All SQL that takes an import back. What the values were before stands in the record of changes, under the run of the command that
 * merged the file; nothing else is kept for it.
 */

/** An import that can be undone. */
export type UndoableImport = {
  readonly id: string;
  readonly importedAt: Date;
  readonly commandRunId: string;
};

/**
 * What an import wrote (`c`), beside what is there now (`v`). `is_touched`: somebody changed it or took it out since. Each value is looked
 * up by its key (`offset 0` keeps it so): tables that were just filled have no statistics yet, and any other order of joining takes hours.
 */
const written = (scope: ReadScope, done: UndoableImport) => sql`
  select c.action, c.before, v.id, v.removed_at,
    v.version <> (c.after ->> 'version')::integer or v.removed_at is not null as is_touched
  from change c
  cross join lateral (
    select one.id, one.version, one.removed_at
    from indicator_value one
    where one.partnership_id = ${scope.partnershipId} and one.id = c.record_id::uuid
    offset 0) v
  where c.partnership_id = ${scope.partnershipId} and c.at = ${done.importedAt}
    and c.command_run_id = ${done.commandRunId} and c.table_name = 'indicator_value'`;

/** What undoing would do. */
export type UndoCounts = {
  /** Values that came with the file and would go. */
  readonly removed: number;
  /** Values that would be again what they were. */
  readonly restored: number;
  /** Values that somebody changed or took out since. */
  readonly touched: number;
};

export async function undoCounts(
  tx: Tx,
  scope: ReadScope,
  done: UndoableImport
): Promise<UndoCounts> {
  const { rows } = await sql<UndoCounts>`
    with written as materialized (${written(scope, done)})
    select
      count(*) filter (where action = 'added' and not is_touched) as removed,
      count(*) filter (where action = 'changed' and not is_touched) as restored,
      count(*) filter (where is_touched and not (action = 'added' and removed_at is not null)) as touched
    from written`.execute(tx);
  return rows[0] ?? { removed: 0, restored: 0, touched: 0 };
}

/** A value that somebody changed after the import. */
export type TouchedValue = {
  readonly id: string;
  readonly indicatorId: string;
  readonly area: string;
  readonly breakdown: string;
  readonly period: string;
  /** Null when it came with the file: undoing it would take it out. */
  readonly before: { readonly value: number | null; readonly status: OwnStatus } | null;
  readonly now: { readonly value: number | null; readonly status: OwnStatus };
  readonly isRemoved: boolean;
  readonly by: string;
  readonly at: Date;
};

export async function touchedValues(
  tx: Tx,
  scope: ReadScope,
  done: UndoableImport,
  limit: number
): Promise<TouchedValue[]> {
  const { rows } = await sql<{
    id: string;
    indicatorId: string;
    area: string;
    breakdown: string;
    period: string;
    action: string;
    beforeValue: number | null;
    beforeStatus: OwnStatus;
    value: number | null;
    status: OwnStatus;
    removedAt: Date | null;
    updatedAt: Date;
    name: string | null;
  }>`
    with written as materialized (${written(scope, done)})
    select v.id, v.indicator_id, v.area, v.breakdown, v.period, w.action,
      (w.before ->> 'value')::numeric as before_value, w.before ->> 'status' as before_status,
      v.value, v.status, v.removed_at, v.updated_at, person.name
    from written w
    join indicator_value v on v.partnership_id = ${scope.partnershipId} and v.id = w.id
    left join person on person.id = v.updated_by
    where w.is_touched and not (w.action = 'added' and v.removed_at is not null)
    order by v.starts, v.area, v.breakdown
    limit ${limit}`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    indicatorId: row.indicatorId,
    area: row.area,
    breakdown: row.breakdown,
    period: row.period,
    before: row.action === 'added' ? null : { value: row.beforeValue, status: row.beforeStatus },
    now: { value: row.value, status: row.status },
    isRemoved: row.removedAt !== null,
    by: row.name ?? 'Somebody',
    at: row.updatedAt
  }));
}

/**
 * Takes an import back: values that came with it are taken out, the others become what they were. Those that somebody changed since
 * stay, unless `withTouched`; a value that was taken out since stays out. Answers how many were taken back.
 */
export async function undoImport(
  tx: Tx,
  scope: WriteScope,
  done: UndoableImport,
  withTouched: boolean,
  now: Date
): Promise<number> {
  const chosen = withTouched ? sql`v.removed_at is null` : sql`not w.is_touched`;
  const remove = sql`
    with written as materialized (${written(scope, done)})
    update indicator_value as v
    set removed_at = ${now}, version = v.version + 1, updated_at = ${now}, updated_by = ${scope.personId}
    from written w
    where v.partnership_id = ${scope.partnershipId} and v.id = w.id and w.action = 'added' and ${chosen}
  `;
  const restore = sql`
    with written as materialized (${written(scope, done)})
    update indicator_value as v
    set value = (w.before ->> 'value')::numeric, numerator = (w.before ->> 'numerator')::numeric,
      denominator = (w.before ->> 'denominator')::numeric, status = w.before ->> 'status',
      note = w.before ->> 'note', import_id = (w.before ->> 'import_id')::uuid,
      version = v.version + 1, updated_at = ${now}, updated_by = ${scope.personId}
    from written w
    where v.partnership_id = ${scope.partnershipId} and v.id = w.id and w.action = 'changed' and ${chosen}
      -- Somebody may have given it another period, area or group since: another value may stand in its old place.
      and v.period = w.before ->> 'period' and v.breakdown = w.before ->> 'breakdown'
      and v.area = coalesce(w.before ->> 'area', '')
  `;
  return withWholeJoins(tx, async () => {
    const removed = await remove.execute(tx);
    const restored = await restore.execute(tx);
    return Number(removed.numAffectedRows ?? 0n) + Number(restored.numAffectedRows ?? 0n);
  });
}

/** Lets go of the figures of areas elsewhere that an import kept; those of earlier imports stand again. */
export async function dropCompared(tx: Tx, scope: WriteScope, importId: string): Promise<void> {
  await tx
    .deleteFrom('indicatorComparatorValue')
    .where('partnershipId', '=', scope.partnershipId)
    .where('importId', '=', importId)
    .execute();
}

/** Notes that an import was undone. False when it was already. */
export async function noteUndone(
  tx: Tx,
  scope: WriteScope,
  importId: string,
  kept: number,
  now: Date
): Promise<boolean> {
  const answer = await tx
    .updateTable('indicatorImport')
    .set({ undoneAt: now, undoneBy: scope.personId, kept })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', importId)
    .where('undoneAt', 'is', null)
    .where('commandRunId', 'is not', null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
