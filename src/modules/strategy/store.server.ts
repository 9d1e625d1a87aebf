import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type {
  FrozenStrategy,
  SectionText,
  StrategyVersion,
  WholeVersion,
  StrategyVersionId
} from './types.ts';

/** All SQL about the text of the strategy and its versions. */

export async function texts(tx: Tx, scope: ReadScope): Promise<SectionText[]> {
  const rows = await tx
    .selectFrom('strategySection')
    .innerJoin('person', 'person.id', 'strategySection.updatedBy')
    .select([
      'strategySection.id',
      'strategySection.text',
      'strategySection.version',
      'strategySection.updatedAt',
      'person.name'
    ])
    .where('strategySection.partnershipId', '=', scope.partnershipId)
    .execute();
  return rows.map((row) => ({
    section: row.id,
    text: row.text,
    version: row.version,
    updatedAt: row.updatedAt,
    updatedBy: row.name
  }));
}

/** Saves a text that nobody had begun, or changes the one that was read. Null when somebody else saved first. */
export async function saveText(
  tx: Tx,
  scope: WriteScope,
  given: { readonly section: string; readonly text: string; readonly version: number },
  now: Date
): Promise<number | null> {
  const values = { text: given.text, updatedAt: now, updatedBy: scope.personId };
  if (given.version === 0) {
    const row = await tx
      .insertInto('strategySection')
      .values({ partnershipId: scope.partnershipId, id: given.section, ...values })
      .onConflict((conflict) => conflict.columns(['partnershipId', 'id']).doNothing())
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }
  const row = await tx
    .updateTable('strategySection')
    .set({ ...values, version: given.version + 1 })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', given.section)
    .where('version', '=', given.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

const headColumns = [
  'strategyVersion.id',
  'strategyVersion.number',
  'strategyVersion.title',
  'strategyVersion.note',
  'strategyVersion.status',
  'strategyVersion.approvedBy',
  'strategyVersion.approvedOn',
  'strategyVersion.madeAt',
  'strategyVersion.publishedAt',
  'person.name as madeBy'
] as const;

function versionsHere(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('strategyVersion')
    .innerJoin('person', 'person.id', 'strategyVersion.madeBy')
    .where('strategyVersion.partnershipId', '=', scope.partnershipId);
}

/** The versions, the newest first, without their text. */
export function versions(tx: Tx, scope: ReadScope): Promise<StrategyVersion[]> {
  return versionsHere(tx, scope)
    .select(headColumns)
    .orderBy('strategyVersion.number', 'desc')
    .execute();
}

export async function findVersion(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<WholeVersion | null> {
  const row = await versionsHere(tx, scope)
    .select([...headColumns, 'strategyVersion.content'])
    .where('strategyVersion.id', '=', sought<StrategyVersionId>(id))
    .executeTakeFirst();
  return row ?? null;
}

export type NewVersion = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly approval: { readonly approvedBy: string; readonly approvedOn: string } | null;
  readonly content: FrozenStrategy;
};

/** Keeps a version under the next number. Two made at once wait for each other. */
export async function addVersion(
  tx: Tx,
  scope: WriteScope,
  version: NewVersion,
  now: Date
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`strategy ${scope.partnershipId}`}, 0))`.execute(
    tx
  );
  const last = await tx
    .selectFrom('strategyVersion')
    .select((select) => select.fn.max('number').as('number'))
    .where('partnershipId', '=', scope.partnershipId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('strategyVersion')
    .values({
      partnershipId: scope.partnershipId,
      id: version.id,
      number,
      title: version.title,
      note: version.note,
      status: version.approval === null ? 'draft' : 'approved',
      approvedBy: version.approval?.approvedBy ?? '',
      approvedOn: version.approval?.approvedOn ?? null,
      content: sql<string>`${JSON.stringify(version.content)}::jsonb`,
      madeAt: now,
      madeBy: scope.personId
    })
    .execute();
  return number;
}

/** Records who approved a version. False when it was approved meanwhile. */
export async function approve(
  tx: Tx,
  scope: WriteScope,
  id: string,
  approval: { readonly approvedBy: string; readonly approvedOn: string }
): Promise<boolean> {
  const answer = await tx
    .updateTable('strategyVersion')
    .set({
      status: 'approved',
      approvedBy: approval.approvedBy,
      approvedOn: approval.approvedOn
    })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<StrategyVersionId>(id))
    .where('status', '=', 'draft')
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Notes that no version is public now. False when none was. */
export async function unpublish(tx: Tx, scope: WriteScope): Promise<boolean> {
  const answer = await tx
    .updateTable('strategyVersion')
    .set({ status: 'approved' })
    .where('partnershipId', '=', scope.partnershipId)
    .where('status', '=', 'published')
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Notes that this version is the public one; the one before steps back. */
export async function publish(tx: Tx, scope: WriteScope, id: string, now: Date): Promise<void> {
  await unpublish(tx, scope);
  await tx
    .updateTable('strategyVersion')
    .set({ status: 'published', publishedAt: now })
    .where('partnershipId', '=', scope.partnershipId)
    .where('id', '=', sought<StrategyVersionId>(id))
    .execute();
}
