import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { resulting, type RowCounts } from './rows.store.server.ts';
import { withWholeJoins } from './whole-joins.store.server.ts';

/** All SQL that puts the values of a file among those of the partnership, and that takes them back. */

/** How many values were written. Fewer than were to be: somebody changed the others in the meantime. */
export type Merged = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly compared: number;
};

/**
 * Writes every value of a file that is new or different, a statement for each kind of row of which there are any. Only over the version that
 * the preview showed, so that nobody's change is lost: the caller compares the counts and gives up the transaction where they differ.
 */
export async function mergeRows(
  tx: Tx,
  scope: WriteScope,
  importId: string,
  counts: RowCounts,
  now: Date
): Promise<Merged> {
  const given = { tx, scope, importId, now };
  return withWholeJoins(tx, async () => ({
    changed: counts.changed === 0 ? 0 : await changeValues(given),
    added: counts.added === 0 ? 0 : await addValues(given),
    compared: counts.compared === 0 ? 0 : await addCompared(given),
    unchanged: counts.unchanged === 0 ? 0 : await countUnchanged(given)
  }));
}

type Given = {
  readonly tx: Tx;
  readonly scope: WriteScope;
  readonly importId: string;
  readonly now: Date;
};

const ofImport = ({ scope, importId }: Given) =>
  sql`r.partnership_id = ${scope.partnershipId} and r.import_id = ${importId}`;

async function changeValues(given: Given): Promise<number> {
  const { tx, scope, now } = given;
  const answer = await sql`
    update indicator_value as v
    set value = r.value, numerator = ${resulting.numerator}, denominator = ${resulting.denominator},
      status = ${resulting.status}, note = ${resulting.note}, import_id = r.import_id,
      version = v.version + 1, updated_at = ${now}, updated_by = ${scope.personId}
    from indicator_import_row r
    where ${ofImport(given)} and r.what = 'changed'
      and v.partnership_id = r.partnership_id and v.id = r.value_id
      and v.version = r.seen_version and v.removed_at is null
  `.execute(tx);
  return Number(answer.numAffectedRows ?? 0n);
}

async function addValues(given: Given): Promise<number> {
  const { tx, scope, now } = given;
  const answer = await sql`
    insert into indicator_value (
      partnership_id, id, indicator_id, period, starts, area, breakdown, value, numerator, denominator,
      status, note, import_id, created_at, created_by, updated_at, updated_by)
    select r.partnership_id, gen_random_uuid(), r.indicator_id, r.period, r.starts, r.area, r.breakdown,
      r.value, r.numerator, r.denominator, coalesce(r.status, 'final'), coalesce(r.note, ''), r.import_id,
      ${now}::timestamptz, ${scope.personId}::uuid, ${now}::timestamptz, ${scope.personId}::uuid
    from indicator_import_row r
    where ${ofImport(given)} and r.what = 'added'
    on conflict (partnership_id, indicator_id, area, breakdown, period) where removed_at is null do nothing
  `.execute(tx);
  return Number(answer.numAffectedRows ?? 0n);
}

async function addCompared(given: Given): Promise<number> {
  const { tx, scope, now } = given;
  const answer = await sql`
    insert into indicator_comparator_value (
      partnership_id, id, indicator_id, import_id, area_code, breakdown, period, starts, value, status, created_at, created_by)
    select r.partnership_id, gen_random_uuid(), r.indicator_id, r.import_id, r.area, r.breakdown, r.period, r.starts,
      r.value, coalesce(r.status, 'final'), ${now}::timestamptz, ${scope.personId}::uuid
    from indicator_import_row r
    where ${ofImport(given)} and r.what = 'compared'
    on conflict (partnership_id, indicator_id, area_code, breakdown, period, import_id) do nothing
  `.execute(tx);
  return Number(answer.numAffectedRows ?? 0n);
}

/** How many values of the file are still what they were. */
async function countUnchanged(given: Given): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(*) as count
    from indicator_import_row r
    left join indicator_value v on v.partnership_id = r.partnership_id and v.id = r.value_id
    where ${ofImport(given)} and r.what = 'unchanged'
      and (r.elsewhere or (v.version = r.seen_version and v.removed_at is null))
  `.execute(given.tx);
  return answer.rows[0]?.count ?? 0;
}

/** Notes that a file is being merged; its values point to this. */
export async function addImport(
  tx: Tx,
  scope: WriteScope,
  given: {
    id: string;
    indicatorId: string | null;
    fileName: string;
    checksum: string;
    counts: RowCounts;
    now: Date;
  }
): Promise<void> {
  await tx
    .insertInto('indicatorImport')
    .values({
      partnershipId: scope.partnershipId,
      id: given.id,
      indicatorId: given.indicatorId,
      fileName: given.fileName,
      checksum: given.checksum,
      added: given.counts.added,
      changed: given.counts.changed,
      unchanged: given.counts.unchanged,
      compared: given.counts.compared,
      refused: given.counts.refused + given.counts['passed-over'],
      commandRunId: sql<string>`nullif(current_setting('cairn.command_run_id', true), '')::uuid`,
      importedAt: given.now,
      importedBy: scope.personId
    })
    .execute();
}

/** A file that was merged: what it did, and whether that was undone. */
export type DoneImport = {
  readonly id: string;
  readonly indicatorId: string | null;
  readonly fileName: string;
  readonly checksum: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Figures of areas elsewhere that were kept to compare with. */
  readonly compared: number;
  readonly importedAt: Date;
  readonly importedBy: string;
  readonly undone: { readonly at: Date; readonly by: string; readonly kept: number } | null;
  /** The run that merged it; null for imports from before undoing was possible. */
  readonly commandRunId: string | null;
};

/** The files merged here, newest first. */
export async function doneImports(
  tx: Tx,
  scope: ReadScope,
  wanted: { id?: string; checksum?: string; limit?: number }
): Promise<DoneImport[]> {
  let select = tx
    .selectFrom('indicatorImport as i')
    .leftJoin('person', 'person.id', 'i.importedBy')
    .leftJoin('person as undoer', 'undoer.id', 'i.undoneBy')
    .selectAll('i')
    .select(['person.name', 'undoer.name as undoer'])
    .where('i.partnershipId', '=', scope.partnershipId);
  if (wanted.id !== undefined) select = select.where('i.id', '=', wanted.id);
  if (wanted.checksum !== undefined) select = select.where('i.checksum', '=', wanted.checksum);
  const rows = await select
    .orderBy('i.importedAt', 'desc')
    .limit(wanted.limit ?? 100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    indicatorId: row.indicatorId,
    fileName: row.fileName,
    checksum: row.checksum,
    added: row.added,
    changed: row.changed,
    unchanged: row.unchanged,
    refused: row.refused,
    compared: row.compared,
    importedAt: row.importedAt,
    importedBy: row.name ?? 'Somebody',
    undone:
      row.undoneAt === null
        ? null
        : { at: row.undoneAt, by: row.undoer ?? 'Somebody', kept: row.kept },
    commandRunId: row.commandRunId
  }));
}
