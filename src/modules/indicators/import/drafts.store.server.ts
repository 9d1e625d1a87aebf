import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { removeRow } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Matching } from './matching.ts';
import type { Overview } from './overview.ts';
import type { FileProblem } from './problems.ts';

/** All SQL about files of values that wait to be matched and confirmed, and about how headings were matched before. */

export const draftStates = ['reading', 'to-match', 'checking', 'to-confirm', 'saving', 'done', 'failed'] as const; // prettier-ignore
export type DraftState = (typeof draftStates)[number];
/** States in which Cairn is at work and nobody needs to do anything. */
export const workingStates: readonly DraftState[] = ['reading', 'checking', 'saving'];

/** A file of values on its way in. */
export type Draft = {
  readonly id: string;
  /** The indicator from whose page it came; null where it came from the page of all. */
  readonly indicatorId: string | null;
  readonly fileName: string;
  readonly checksum: string;
  readonly state: DraftState;
  readonly problem: FileProblem | null;
  readonly headingRow: number | null;
  readonly overview: Overview | null;
  readonly matching: Matching | null;
  /** When files with these headings were matched before, and by whom. */
  readonly remembered: { readonly at: Date; readonly by: string } | null;
  /** Versions of the indicators that the rows were checked against. */
  readonly seenIndicators: Readonly<Record<string, number>>;
  readonly rowsDone: number;
  readonly rowsInAll: number;
  readonly takeTheRest: boolean;
  /** How many values somebody else changed between preview and confirmation. */
  readonly changedSince: number;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly touchedAt: Date;
};

function drafts(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('indicator_import_draft as d')
    .leftJoin('person', 'person.id', 'd.made_by')
    .leftJoin('person as before', 'before.id', 'd.remembered_by')
    .select([
      'd.id',
      'd.indicator_id',
      'd.file_name',
      'd.checksum',
      'd.state',
      'd.problem',
      'd.heading_row',
      'd.overview',
      'd.matching',
      'd.remembered_at',
      'before.name as remembered_name',
      'd.seen_indicators',
      'd.rows_done',
      'd.rows_in_all',
      'd.take_the_rest',
      'd.changed_since',
      'd.made_at',
      'person.name',
      'd.touched_at'
    ])
    .where('d.partnership_id', '=', scope.partnershipId);
}

type DraftRow = Awaited<ReturnType<ReturnType<typeof drafts>['execute']>>[number];

function draftOf(row: DraftRow): Draft {
  // The columns of JSON are written by this store alone.
  return {
    id: row.id,
    indicatorId: row.indicator_id,
    fileName: row.file_name,
    checksum: row.checksum,
    state: row.state as DraftState, // held by a check constraint
    problem: row.problem as unknown as FileProblem | null,
    headingRow: row.heading_row,
    overview: row.overview as unknown as Overview | null,
    matching: row.matching as unknown as Matching | null,
    remembered:
      row.remembered_at === null
        ? null
        : { at: row.remembered_at, by: row.remembered_name ?? 'Somebody' },
    seenIndicators: (row.seen_indicators ?? {}) as Record<string, number>,
    rowsDone: row.rows_done,
    rowsInAll: row.rows_in_all,
    takeTheRest: row.take_the_rest,
    changedSince: row.changed_since,
    madeAt: row.made_at,
    madeBy: row.name ?? 'Somebody',
    touchedAt: row.touched_at
  };
}

/** A file on its way in; undefined when there is none, or it waited too long. */
export async function findDraft(
  tx: Tx,
  scope: ReadScope,
  id: string,
  now: Date
): Promise<Draft | undefined> {
  const row = await drafts(tx, scope)
    .where('d.id', '=', id)
    .where('d.expires_at', '>', now)
    .executeTakeFirst();
  return row && draftOf(row);
}

/** The files that wait for somebody, or are being read or saved, newest first. */
export async function waitingDrafts(tx: Tx, scope: ReadScope, now: Date): Promise<Draft[]> {
  const rows = await drafts(tx, scope)
    .where('d.expires_at', '>', now)
    .where('d.state', '!=', 'done')
    .orderBy('d.made_at', 'desc')
    .execute();
  return rows.map(draftOf);
}

/** The bytes of a file; undefined once it was merged. */
export async function draftBytes(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<Uint8Array | undefined> {
  const row = await tx
    .selectFrom('indicator_import_draft')
    .select('bytes')
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? undefined;
}

/** Keeps a file until somebody confirms it, and lets go of those that waited too long. */
export async function addDraft(
  tx: Tx,
  scope: WriteScope,
  given: {
    id: string;
    indicatorId: string | null;
    fileName: string;
    checksum: string;
    bytes: Uint8Array;
    now: Date;
    expiresAt: Date;
  }
): Promise<void> {
  const old = await tx
    .selectFrom('indicator_import_draft')
    .select('id')
    .where('partnership_id', '=', scope.partnershipId)
    .where('expires_at', '<=', given.now)
    .execute();
  for (const { id } of old) await removeDraft(tx, scope, id);
  await tx
    .insertInto('indicator_import_draft')
    .values({
      partnership_id: scope.partnershipId,
      id: given.id,
      indicator_id: given.indicatorId,
      file_name: given.fileName,
      checksum: given.checksum,
      bytes: Buffer.from(given.bytes),
      state: 'reading',
      made_at: given.now,
      made_by: scope.personId,
      touched_at: given.now,
      expires_at: given.expiresAt
    })
    .execute();
}

export type DraftChanges = {
  readonly state?: DraftState;
  readonly problem?: FileProblem | null;
  readonly headingRow?: number | null;
  readonly overview?: Overview;
  readonly matching?: Matching;
  readonly remembered?: { readonly at: Date; readonly byId: string } | null;
  readonly seenIndicators?: Readonly<Record<string, number>>;
  readonly rowsDone?: number;
  readonly rowsInAll?: number;
  readonly takeTheRest?: boolean;
  readonly changedSince?: number;
  /** Lets go of the bytes. */
  readonly isMerged?: boolean;
};

const json = (value: unknown) =>
  value === null ? null : sql<string>`${JSON.stringify(value)}::jsonb`;

/** Changes a file on its way, if it is in one of the states expected. False when it is not, or is not there. */
export async function changeDraft(
  tx: Tx,
  scope: WriteScope,
  id: string,
  expected: readonly DraftState[],
  changes: DraftChanges & { readonly now: Date }
): Promise<boolean> {
  const answer = await tx
    .updateTable('indicator_import_draft')
    .set({
      touched_at: changes.now,
      ...(changes.state === undefined ? {} : { state: changes.state }),
      ...(changes.problem === undefined ? {} : { problem: json(changes.problem) }),
      ...(changes.headingRow === undefined ? {} : { heading_row: changes.headingRow }),
      ...(changes.overview === undefined ? {} : { overview: json(changes.overview) }),
      ...(changes.matching === undefined ? {} : { matching: json(changes.matching) }),
      ...(changes.remembered === undefined
        ? {}
        : {
            remembered_at: changes.remembered?.at ?? null,
            remembered_by: changes.remembered?.byId ?? null
          }),
      ...(changes.seenIndicators === undefined
        ? {}
        : { seen_indicators: json(changes.seenIndicators) }),
      ...(changes.rowsDone === undefined ? {} : { rows_done: changes.rowsDone }),
      ...(changes.rowsInAll === undefined ? {} : { rows_in_all: changes.rowsInAll }),
      ...(changes.takeTheRest === undefined ? {} : { take_the_rest: changes.takeTheRest }),
      ...(changes.changedSince === undefined ? {} : { changed_since: changes.changedSince }),
      ...(changes.isMerged === true ? { bytes: null } : {})
    })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('state', 'in', [...expected])
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Lets go of a file and of every value that waits with it. */
export async function removeDraft(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  await tx
    .deleteFrom('indicator_import_row')
    .where('partnership_id', '=', scope.partnershipId)
    .where('import_id', '=', id)
    .execute();
  return removeRow(tx, scope, 'indicator_import_draft', id);
}

/** How files with these headings were matched the last time. */
export async function rememberedMatching(
  tx: Tx,
  scope: ReadScope,
  key: string
): Promise<{ matching: Matching; at: Date; byId: string } | undefined> {
  const row = await tx
    .selectFrom('indicator_import_matching')
    .select(['matching', 'updated_at', 'updated_by'])
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', key)
    .executeTakeFirst();
  return (
    row && {
      matching: row.matching as unknown as Matching, // written below alone
      at: row.updated_at,
      byId: row.updated_by
    }
  );
}

export async function rememberMatching(
  tx: Tx,
  scope: WriteScope,
  key: string,
  matching: Matching,
  now: Date
): Promise<void> {
  const columns = {
    matching: sql<string>`${JSON.stringify(matching)}::jsonb`,
    updated_at: now,
    updated_by: scope.personId
  };
  await tx
    .insertInto('indicator_import_matching')
    .values({ partnership_id: scope.partnershipId, id: key, ...columns })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'id']).doUpdateSet(columns))
    .execute();
}
