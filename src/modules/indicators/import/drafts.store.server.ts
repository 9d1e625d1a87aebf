import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { removeRow } from '#platform/saving';
import type { ReadScope, WriteScope } from '#platform/scope';
import type { Matching } from './meanings.ts';
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
  /** The sheet that somebody chose; null where nobody did. */
  readonly sheet: string | null;
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
    .selectFrom('indicatorImportDraft as d')
    .leftJoin('person', 'person.id', 'd.madeBy')
    .leftJoin('person as before', 'before.id', 'd.rememberedBy')
    .select([
      'd.id',
      'd.indicatorId',
      'd.fileName',
      'd.checksum',
      'd.state',
      'd.problem',
      'd.headingRow',
      'd.sheet',
      'd.overview',
      'd.matching',
      'd.rememberedAt',
      'before.name as rememberedName',
      'd.seenIndicators',
      'd.rowsDone',
      'd.rowsInAll',
      'd.takeTheRest',
      'd.changedSince',
      'd.madeAt',
      'person.name',
      'd.touchedAt'
    ])
    .where('d.partnershipId', '=', scope.partnershipId);
}

type DraftRow = Awaited<ReturnType<ReturnType<typeof drafts>['execute']>>[number];

function draftOf({ rememberedAt, rememberedName, name, ...row }: DraftRow): Draft {
  return {
    ...row,
    remembered:
      rememberedAt === null ? null : { at: rememberedAt, by: rememberedName ?? 'Somebody' },
    seenIndicators: row.seenIndicators ?? {},
    madeBy: name ?? 'Somebody'
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
    .where('d.expiresAt', '>', now)
    .executeTakeFirst();
  return row && draftOf(row);
}

/** The files that wait for somebody, or are being read or saved, newest first. */
export async function waitingDrafts(tx: Tx, scope: ReadScope, now: Date): Promise<Draft[]> {
  const rows = await drafts(tx, scope)
    .where('d.expiresAt', '>', now)
    .where('d.state', '!=', 'done')
    .orderBy('d.madeAt', 'desc')
    .execute();
  return rows.map(draftOf);
}

const bytesAtATime = 1_000_000;

/** The bytes of a file; undefined once it was merged. They come in parts, between which other requests are answered. */
export async function draftBytes(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<Uint8Array | undefined> {
  const part = (from: number) =>
    tx
      .selectFrom('indicatorImportDraft')
      .select([
        sql<number | null>`octet_length(bytes)`.as('length'),
        sql<Buffer | null>`substring(bytes from ${from + 1} for ${bytesAtATime})`.as('part')
      ])
      .where('partnershipId', '=', scope.partnershipId)
      .where('id', '=', id)
      .executeTakeFirst();
  const parts: Buffer[] = [];
  for (let from = 0, length = 1; from < length;) {
    const next = await part(from);
    if (next?.part === undefined || next.part === null) return undefined;
    length = next.length ?? 0;
    from += next.part.length;
    parts.push(next.part);
  }
  return Buffer.concat(parts);
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
    .selectFrom('indicatorImportDraft')
    .select('id')
    .where('partnershipId', '=', scope.partnershipId)
    .where('expiresAt', '<=', given.now)
    .execute();
  for (const { id } of old) await removeDraft(tx, scope, id);
  await tx
    .insertInto('indicatorImportDraft')
    .values({
      partnershipId: scope.partnershipId,
      id: given.id,
      indicatorId: given.indicatorId,
      fileName: given.fileName,
      checksum: given.checksum,
      bytes: Buffer.from(given.bytes),
      state: 'reading',
      madeAt: given.now,
      madeBy: scope.personId,
      touchedAt: given.now,
      expiresAt: given.expiresAt
    })
    .execute();
}

export type DraftChanges = {
  readonly state?: DraftState;
  readonly problem?: FileProblem | null;
  readonly headingRow?: number | null;
  readonly sheet?: string;
  readonly overview?: Overview;
  readonly matching?: Matching | null;
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
    .updateTable('indicatorImportDraft')
    .set({
      touchedAt: changes.now,
      ...(changes.state === undefined ? {} : { state: changes.state }),
      ...(changes.problem === undefined ? {} : { problem: json(changes.problem) }),
      ...(changes.headingRow === undefined ? {} : { headingRow: changes.headingRow }),
      ...(changes.sheet === undefined ? {} : { sheet: changes.sheet }),
      ...(changes.overview === undefined ? {} : { overview: json(changes.overview) }),
      ...(changes.matching === undefined ? {} : { matching: json(changes.matching) }),
      ...(changes.remembered === undefined
        ? {}
        : {
            rememberedAt: changes.remembered?.at ?? null,
            rememberedBy: changes.remembered?.byId ?? null
          }),
      ...(changes.seenIndicators === undefined
        ? {}
        : { seenIndicators: json(changes.seenIndicators) }),
      ...(changes.rowsDone === undefined ? {} : { rowsDone: changes.rowsDone }),
      ...(changes.rowsInAll === undefined ? {} : { rowsInAll: changes.rowsInAll }),
      ...(changes.takeTheRest === undefined ? {} : { takeTheRest: changes.takeTheRest }),
      ...(changes.changedSince === undefined ? {} : { changedSince: changes.changedSince }),
      ...(changes.isMerged === true ? { bytes: null } : {})
    })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('state', 'in', [...expected])
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Lets go of a file and of every value that waits with it. */
export async function removeDraft(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  await tx
    .deleteFrom('indicatorImportRow')
    .where('partnershipId', '=', scope.partnershipId)
    .where('importId', '=', id)
    .execute();
  return removeRow(tx, scope, 'indicatorImportDraft', id);
}

/** How files with these headings were matched the last time. */
export async function rememberedMatching(
  tx: Tx,
  scope: ReadScope,
  key: string
): Promise<{ matching: Matching; at: Date; byId: string } | undefined> {
  const row = await tx
    .selectFrom('indicatorImportMatching')
    .select(['matching', 'updatedAt', 'updatedBy'])
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', key)
    .executeTakeFirst();
  return (
    row && {
      matching: row.matching,
      at: row.updatedAt,
      byId: row.updatedBy
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
    updatedAt: now,
    updatedBy: scope.personId
  };
  await tx
    .insertInto('indicatorImportMatching')
    .values({ partnershipId: scope.partnershipId, id: key, ...columns })
    .onConflict((conflict) => conflict.columns(['partnershipId', 'id']).doUpdateSet(columns))
    .execute();
}
