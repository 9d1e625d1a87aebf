import type { Tx } from '#platform/database';
import type { ReadScope, WriteScope } from '#platform/scope';
import { sql } from 'kysely';
import type {
  FrozenStrategy,
  SectionText,
  StrategyVersion,
  StrategyVersionId,
  VersionStatus,
  WholeVersion
} from './types.ts';

/** All SQL about the text of the strategy and its versions. */

export async function texts(tx: Tx, scope: ReadScope): Promise<SectionText[]> {
  const rows = await tx
    .selectFrom('strategy_section')
    .innerJoin('person', 'person.id', 'strategy_section.updated_by')
    .select([
      'strategy_section.id',
      'strategy_section.text',
      'strategy_section.version',
      'strategy_section.updated_at',
      'person.name'
    ])
    .where('strategy_section.partnership_id', '=', scope.partnershipId)
    .execute();
  return rows.map((row) => ({
    section: row.id,
    text: row.text,
    version: row.version,
    updatedAt: row.updated_at,
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
  const values = { text: given.text, updated_at: now, updated_by: scope.personId };
  if (given.version === 0) {
    const row = await tx
      .insertInto('strategy_section')
      .values({ partnership_id: scope.partnershipId, id: given.section, ...values })
      .onConflict((conflict) => conflict.columns(['partnership_id', 'id']).doNothing())
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }
  const row = await tx
    .updateTable('strategy_section')
    .set({ ...values, version: given.version + 1 })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', given.section)
    .where('version', '=', given.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

const headColumns = [
  'strategy_version.id',
  'strategy_version.number',
  'strategy_version.title',
  'strategy_version.note',
  'strategy_version.status',
  'strategy_version.approved_by',
  'strategy_version.approved_on',
  'strategy_version.made_at',
  'strategy_version.published_at',
  'person.name as made_by_name'
] as const;

type HeadRow = {
  id: string;
  number: number;
  title: string;
  note: string;
  status: string;
  approved_by: string;
  approved_on: string | null;
  made_at: Date;
  published_at: Date | null;
  made_by_name: string;
};

function toVersion(row: HeadRow): StrategyVersion {
  return {
    id: row.id as StrategyVersionId, // the column holds nothing else
    number: row.number,
    title: row.title,
    note: row.note,
    status: row.status as VersionStatus, // held by a check constraint
    approvedBy: row.approved_by,
    approvedOn: row.approved_on,
    madeAt: row.made_at,
    madeBy: row.made_by_name,
    publishedAt: row.published_at
  };
}

function versionsHere(tx: Tx, scope: ReadScope) {
  return tx
    .selectFrom('strategy_version')
    .innerJoin('person', 'person.id', 'strategy_version.made_by')
    .where('strategy_version.partnership_id', '=', scope.partnershipId);
}

/** The versions, the newest first, without their text. */
export async function versions(tx: Tx, scope: ReadScope): Promise<StrategyVersion[]> {
  const rows = await versionsHere(tx, scope)
    .select(headColumns)
    .orderBy('strategy_version.number', 'desc')
    .execute();
  return rows.map(toVersion);
}

export async function findVersion(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<WholeVersion | null> {
  const row = await versionsHere(tx, scope)
    .select([...headColumns, 'strategy_version.content'])
    .where('strategy_version.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const content = row.content as unknown as FrozenStrategy; // written by addVersion alone
  return { ...toVersion(row), content };
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
    .selectFrom('strategy_version')
    .select((select) => select.fn.max('number').as('number'))
    .where('partnership_id', '=', scope.partnershipId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('strategy_version')
    .values({
      partnership_id: scope.partnershipId,
      id: version.id,
      number,
      title: version.title,
      note: version.note,
      status: version.approval === null ? 'draft' : 'approved',
      approved_by: version.approval?.approvedBy ?? '',
      approved_on: version.approval?.approvedOn ?? null,
      content: sql<string>`${JSON.stringify(version.content)}::jsonb`,
      made_at: now,
      made_by: scope.personId
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
    .updateTable('strategy_version')
    .set({
      status: 'approved',
      approved_by: approval.approvedBy,
      approved_on: approval.approvedOn
    })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Notes that no version is public now. False when none was. */
export async function unpublish(tx: Tx, scope: WriteScope): Promise<boolean> {
  const answer = await tx
    .updateTable('strategy_version')
    .set({ status: 'approved' })
    .where('partnership_id', '=', scope.partnershipId)
    .where('status', '=', 'published')
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Notes that this version is the public one; the one before steps back. */
export async function publish(tx: Tx, scope: WriteScope, id: string, now: Date): Promise<void> {
  await unpublish(tx, scope);
  await tx
    .updateTable('strategy_version')
    .set({ status: 'published', published_at: now })
    .where('partnership_id', '=', scope.partnershipId)
    .where('id', '=', id)
    .execute();
}
